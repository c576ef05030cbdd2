/** A node and the hosts around it, from the document's own tree inwards. */
function path(node: Node): Node[] {
  const nodes = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) nodes.unshift(root.host);
  return nodes;
}

/** Order in which a reader meets two nodes, shadow trees where their hosts stand: negative, zero or positive. */
export function inDocumentOrder(one: Node, other: Node): number {
  if (one === other) return 0;
  // Asked of the second: a sort asks for a later and an earlier one, and Chrome seeks the asked one among what is before.
  const place = other.compareDocumentPosition(one);
  if ((place & 1) === 0) return (place & 2) !== 0 ? -1 : 1;
  const [first, second] = [path(one), path(other)];
  for (let at = 0; ; at++) {
    const [a, b] = [first[at], second[at]];
    // A shadow tree comes before what its host holds itself.
    if (a === undefined || b === undefined) return first.length - second.length;
    if (a !== b) return (a.compareDocumentPosition(b) & 4) !== 0 ? -1 : 1;
  }
}
