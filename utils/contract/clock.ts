/** Time as a parameter: real in the host, stepped by hand in tests. Milliseconds. */
export interface Clock {
  now(): number;
  /** Returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
}
