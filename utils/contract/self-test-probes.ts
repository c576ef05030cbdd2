/** What only the page that shows the test can look at. None of them rejects for what it looks at. */
export interface SelfTestProbes {
  /** Listens for some seconds: the loudest level, dBFS, or why the microphone cannot be had. */
  microphone(): Promise<number | 'refused' | 'missing' | 'busy'>;
  /** Whether the system shows this extension's notifications. */
  notifications(): Promise<boolean>;
  /** Sounds the ring until told to stop; false where the browser does not play it. */
  ring(): { readonly playing: Promise<boolean>; stop(): void };
}
