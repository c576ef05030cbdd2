/** Milliseconds of tone and of silence; both together divide a second. */
export interface Pulse {
  readonly onMs?: number;
  readonly offMs?: number;
}

export declare function writeTone(path: string, frequency: number, pulse?: Pulse): void;
