/** One WebSocket of a phone. */
export interface Connection {
  /** Rises with every connection: the newer one of a device is the one that works. */
  readonly id: number;
  /** User names of the devices whose password was proven on this connection. */
  readonly proven: Set<string>;
  readonly open: boolean;
  send(text: string): void;
  close(): void;
}

/** A side of a transaction or dialog: a device, and the connection it was last heard on. */
export interface Peer {
  readonly username: string | null;
  readonly connection: Connection | null;
}
