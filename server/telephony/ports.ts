/**
 * The SIP edge: registrar, authenticator and router of signalling. It decides nothing by itself:
 * credentials and every routing decision come from the One server through {@link EdgeHandlers}.
 * Two adapters, one conformance suite (tests/conformance): kamailio/ and embedded/.
 */
export interface SipEdge {
  readonly kind: 'kamailio' | 'embedded';
  /** Starts, or attaches to an edge that outlived the last One server process. Rejects with {@link EdgeStartError}. */
  start(handlers: EdgeHandlers): Promise<void>;
  /** Where the public port pipes the `/sip` WebSocket upgrade to: a loopback TCP port. */
  readonly webSocketPort: number;
  /** Forgets the credential, removes the registration and closes the connection of a device that was cut off. */
  cutOff(deviceUsername: string): Promise<void>;
  /** Absent where no call can come from a trunk. */
  readonly handOvers?: HandOvers;
  /** User names of devices with a live registration. */
  registeredDevices(): Promise<string[]>;
  /**
   * `detach`: leaves calls and registrations as they are where the edge is a process of its own;
   * `stop`: ends the edge and everything in it.
   */
  close(how: 'detach' | 'stop'): Promise<void>;
}

export class EdgeStartError extends Error {
  override readonly name = 'EdgeStartError';
}

export interface EdgeHandlers {
  /** HA1 (RFC 2617: MD5 of `username:realm:password`, lower-case hex) of a device, or null: unknown or revoked. */
  ha1(deviceUsername: string): Promise<string | null>;
  /** Decides an initial INVITE. */
  route(request: RouteRequest): Promise<RoutingDecision>;
  /** The last `route` decision failed: what next? A `reply` ends the call. */
  routeFailed(failure: RouteFailure): Promise<RoutingDecision>;
  onCallEvent(event: CallEvent): void;
  onRegistration(event: RegistrationEvent): void;
  readonly handOvers?: HandOverHandlers;
}

/** Calls whose phone hands on its other side, which is behind the trunk: the bridge, a device of this server, takes the phone's place; it asks the edge for that by SIP. */
export interface HandOvers {
  /** Says which device that is; before it registers. */
  bridge(deviceUsername: string): void;
  /** The phone keeps its call: nobody answered. */
  release(callId: string): void;
  /** What {@link HandOverHandlers.kept} will tell a server that starts while the call goes on. */
  keep(callId: string, state: string): void;
}

/** A REFER (RFC 3515) of a proven party of a call whose other party is the trunk. */
export interface ReferRequest {
  readonly callId: string;
  readonly device: string;
  /** Its own, then the trunk's. */
  readonly tags: readonly [string, string];
  readonly referTo: string;
  readonly media: string;
}

export interface HandOverHandlers {
  /** Final status: 202, or why not. */
  refer(request: ReferRequest): Promise<number>;
  /** While the target is being called: the phone hung up, and the bridge has taken its place. */
  left(callId: string): void;
  /** While the target is being called: the phone has taken the call off hold. */
  resumed(callId: string): void;
  /** Before {@link SipEdge.start} resolves. */
  kept(callId: string, state: string): void;
}

/** Who sent an INVITE, proven: a device by digest, the trunk by source address and port. */
export type CallSource = { readonly kind: 'device'; readonly username: string } | { readonly kind: 'trunk' };

export interface RouteRequest {
  /** SIP Call-ID. */
  readonly callId: string;
  readonly source: CallSource;
  /** User part of the request URI, percent-decoded: what was dialled. */
  readonly dialled: string;
  /** What the sender claims in From; used for nothing but a trunk's caller number. */
  readonly claimed: { readonly user: string; readonly displayName: string };
  /** User part of a trunk's P-Asserted-Identity, if any. */
  readonly assertedByTrunk: string | null;
  /** Call-ID of the dialog a Replaces header (RFC 3891) names, or null. */
  readonly replacesCallId: string | null;
  /** User part of Referred-By (RFC 3892), or null. */
  readonly referredBy: string | null;
  /** User part of a trunk's topmost Diversion (RFC 5806): who forwarded the call to us; absent or null: nobody. */
  readonly divertedFrom: string | null;
}

export interface RouteFailure {
  readonly callId: string;
  /** Best final status of the branches (RFC 3261 16.7); 408 when the ring time ended; 480 when no target was registered. */
  readonly status: number;
  readonly reason: 'rejected' | 'no-answer' | 'unregistered';
}

export type RouteTarget =
  | { readonly kind: 'device'; readonly username: string }
  /** E.164 with plus. */
  | { readonly kind: 'trunk'; readonly number: string };

export interface Identity {
  /** What From and P-Asserted-Identity show: E.164, an extension, or `anonymous`. */
  readonly number: string;
  readonly name: string;
}

export type RoutingDecision =
  | { readonly act: 'reply'; readonly status: number; readonly reason: string }
  | {
      readonly act: 'route';
      /** Rung in parallel; for one after the other answer {@link EdgeHandlers.routeFailed} with the next. */
      readonly targets: readonly RouteTarget[];
      readonly ringMs: number;
      readonly identity: Identity;
      /** Who sent the caller here, for Referred-By (RFC 3892); without it none is shown, whatever the caller claims. */
      readonly referredBy?: Identity;
      /** Who answers, for P-Asserted-Identity (RFC 3325) in the responses, where what was dialled does not tell the caller. */
      readonly connected?: Identity;
    };

/** Sent within milliseconds of the SIP message that caused it. `at` is epoch ms at the edge. */
export type CallEvent =
  | { readonly kind: 'ringing'; readonly callId: string; readonly target: RouteTarget; readonly at: number }
  | { readonly kind: 'answered'; readonly callId: string; readonly target: RouteTarget; readonly at: number }
  | {
      readonly kind: 'ended';
      readonly callId: string;
      /** 200 when it had been answered, else the final status sent to the caller. */
      readonly status: number;
      readonly by: 'caller' | 'callee' | 'server';
      readonly at: number;
    };

export interface RegistrationEvent {
  readonly kind: 'registered' | 'unregistered';
  readonly deviceUsername: string;
}

/** A plain SIP trunk to the PSTN. Trusted by exactly this address and port. */
export interface TrunkConfig {
  readonly host: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp';
  /** Digest credentials when the trunk challenges our INVITEs. */
  readonly username: string | null;
  readonly password: string | null;
}

/** What a desk phone is told to register with, over UDP or TCP. */
export interface PhoneServer {
  readonly host: string;
  readonly port: number;
}

/**
 * Relays media between WebRTC and plain RTP: rtpengine. The edge drives it per call leg, and has it play its `hold-music.wav`
 * to who is put on hold.
 */
export interface MediaRelay {
  /** NG control socket, for the edge's own client. */
  readonly controlAddress: { readonly host: string; readonly port: number };
  start(): Promise<void>;
  close(how: 'detach' | 'stop'): Promise<void>;
}
