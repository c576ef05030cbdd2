/** One line of what the phone did, as it is kept for a week: a fixed text and values that name nobody. */
export interface LifecycleLine {
  /** Epoch ms. */
  readonly at: number;
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}
