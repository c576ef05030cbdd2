import { afterAll } from 'vitest';
import { makeRunDir, testKamailio } from '@/tests/support/kamailio-edge';
import { describeEdge } from './describe-edge';

const { runDir, remove } = makeRunDir('edge');
afterAll(remove);
describeEdge('Kamailio', ({ domain }) => testKamailio({ runDir, domain }));
