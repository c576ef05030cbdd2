import type { Logger } from '@/utils/contract/logger';

const nothing = () => undefined;
export const silentLog: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
