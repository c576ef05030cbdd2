/** How deep an error may be wrapped by the database's library. */
const DEEPEST = 4;

/** Whether something could not be stored because the disk, or the browser's share of it, is full (IndexedDB, section 3.4). */
export function isStorageFull(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { name, inner, cause } = error as { readonly name?: unknown; readonly inner?: unknown; readonly cause?: unknown };
  return name === 'QuotaExceededError' || isStorageFull(inner, depth + 1) || isStorageFull(cause, depth + 1);
}
