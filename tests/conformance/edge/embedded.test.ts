import { createEmbeddedEdge } from '@/server/telephony/embedded';
import { quietLog } from '@/tests/support/sip-quiet-log';
import { describeEdge } from './describe-edge';

describeEdge('embedded', ({ domain }) => createEmbeddedEdge({ domain, log: quietLog }));
