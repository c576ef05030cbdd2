import type { OrderedCall } from '@/utils/contract/ordered-call';
import { appendChanges } from '../../change-feed/change-feed';
import type { Database } from '../../database/database';

/** Collection of the change feed; its items are utils/contract/ordered-call.ts. */
export const ORDERED_CALLS_COLLECTION = 'orderedCalls';

/** Nothing is kept of it but the telling: the call record says what came of it. */
export function tellOrderedCall(db: Database, userId: string, call: OrderedCall): Promise<void> {
  return db.transaction((tx) => appendChanges(tx, [{ userId, collection: ORDERED_CALLS_COLLECTION, id: call.id, op: 'put', item: call }]));
}
