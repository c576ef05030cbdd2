/** Runs only for what a person did: a page or another extension can make events, but not trusted ones. */
export function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}
