/** What became of asking for a relay. `none`: no STUN or TURN server is configured. `ms` to its first candidate, milliseconds. */
export type RelayProbe = { readonly kind: 'none' } | { readonly kind: 'reached'; readonly ms: number } | { readonly kind: 'silent' };
