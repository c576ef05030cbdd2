/** One change of a JSON value: at `path`, `value` is put; without a value the key there is removed. */
export type PatchOperation = readonly [path: readonly (string | number)[], value?: unknown];
/** In the order they must be applied. Empty when nothing changed. */
export type StatePatch = readonly PatchOperation[];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function walk(before: unknown, after: unknown, path: readonly (string | number)[], out: PatchOperation[]): void {
  if (Object.is(before, after)) return;
  // An array that grew or shrank is sent whole: ours hold a handful of calls.
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    after.forEach((item: unknown, at) => walk(before[at], item, [...path, at], out));
    return;
  }
  if (isTree(before) && isTree(after)) {
    for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) out.push([[...path, key]]);
    for (const key of Object.keys(after))
      if (Object.hasOwn(before, key)) walk(before[key], after[key], [...path, key], out);
      else out.push([[...path, key], after[key]]);
    return;
  }
  out.push([path, after]);
}

/** What turns `before` into `after`. Both are JSON values; parts that are the same object are not looked into. */
export function diffState(before: unknown, after: unknown): StatePatch {
  const out: PatchOperation[] = [];
  walk(before, after, [], out);
  return out;
}

function put(target: unknown, path: readonly (string | number)[], at: number, operation: PatchOperation): unknown {
  const key = path[at];
  if (key === undefined) return operation[1];
  const last = at === path.length - 1;
  if (Array.isArray(target)) {
    const copy: unknown[] = target.slice();
    copy[Number(key)] = put(copy[Number(key)], path, at + 1, operation);
    return copy;
  }
  const tree = isTree(target) ? target : {};
  if (last && operation.length === 1) return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== String(key)));
  return { ...tree, [key]: put(Object.hasOwn(tree, key) ? tree[String(key)] : undefined, path, at + 1, operation) };
}

/** `value` with the patch applied; parts it does not touch are shared with `value`, which stays as it was. */
export function applyPatch<T>(value: T, patch: StatePatch): T {
  return patch.reduce<unknown>((current, operation) => put(current, operation[0], 0, operation), value) as T;
}
