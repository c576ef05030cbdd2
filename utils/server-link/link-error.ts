import type { ApiErrorCode } from '@/utils/contract/api-error';

/** Why a request to the One server gave no answer that can be used. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  constructor(
    /** `unreachable`: no HTTP answer in time; `not-a-one-server`: an answer that no One server gives. */
    readonly code: ApiErrorCode | 'unreachable' | 'not-a-one-server',
    /** Seconds. */
    readonly retryAfter: number | null = null,
  ) {
    super(`One server: ${code}`);
  }
}
