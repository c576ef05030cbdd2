/** Only the browser itself can stamp an event trusted, so the stamp is put on here. */
export function trusted<E extends Event>(event: E, isTrusted = true): E {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return event;
}
