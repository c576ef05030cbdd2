/** Makes it when it is first asked for, and once: what a page has no use for is not made, and what it has comes bit by bit. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}
