import { readFileSync } from 'node:fs';
import type { TrunkConfig } from '../ports';

export interface EdgePorts {
  readonly webSocket: number;
  readonly evapi: number;
  /** Where the trunk reaches us. */
  readonly sip: number;
}

export interface ConfigSettings {
  /** SIP domain and digest realm. */
  readonly domain: string;
  readonly ports: EdgePorts;
  /** Proves the One server to the edge. */
  readonly key: string;
  /** Processes that read WebSocket connections, and that carry out decisions. */
  readonly workers: number;
  readonly debug: boolean;
  readonly longestCallSeconds: number;
  readonly sipAddress: string;
  /** Address the trunk shall use instead, behind NAT. */
  readonly advertise: string | null;
  readonly trunk: (TrunkConfig & { readonly ip: string }) | null;
  /** Port of `sipAddress` for desk phones, UDP and TCP; null: none are let in. */
  readonly phonePort: number | null;
  /** host:port of rtpengine's NG socket. */
  readonly mediaControl: string | null;
}

const TEMPLATE = new URL('./kamailio.cfg', import.meta.url);

/** Towards a browser: DTLS-SRTP and ICE on one port. */
const WEB_FLAGS = 'replace-origin ICE=force UDP/TLS/RTP/SAVPF rtcp-mux-require no-rtcp-attribute generate-mid SDES-off';
/** Towards trunk and desk phones: plain RTP, with RTCP on its own port; towards the browser the DTLS handshake waits for its ICE. */
const PLAIN_ANSWER_FLAGS = 'replace-origin ICE=remove RTP/AVP rtcp-mux-demux DTLS=passive';
/** From a browser they are offered G.711 and nothing else, the trunk always; every browser has it too, so that nothing need be transcoded. */
const G711_ONLY = 'codec-strip-all codec-transcode-PCMA codec-transcode-PCMU codec-except-telephone-event';
/** Between two sessions of the relay itself: plain RTP on one port, as a browser's side has, so that the port can stay. */
const BRIDGE_FLAGS = 'replace-origin ICE=remove RTP/AVP rtcp-mux-require rtcp-mux-accept';

/** Whatever goes into the configuration is an address, a name or a number: nothing may end a string or start a line. */
const safe = (value: string | number): string => {
  const text = String(value);
  if (!/^[\w.:+\-/= ;@]*$/.test(text)) throw new Error(`Not usable in the edge's configuration: ${JSON.stringify(text)}`);
  return text;
};

/** The configuration of one Kamailio process. Throws when a setting has characters no host or name can have. */
export function renderConfig(settings: ConfigSettings): string {
  const { trunk, ports } = settings;
  const transport = trunk?.transport ?? 'udp';
  const values: Record<string, string | number> = {
    DEBUG: settings.debug ? 2 : 1,
    DOMAIN: settings.domain,
    LONGEST_CALL: settings.longestCallSeconds,
    // What is known of a call outlives it: its end is told from there.
    CALL_KEPT: settings.longestCallSeconds + 60,
    WORKERS: settings.workers,
    WS_PORT: ports.webSocket,
    EVAPI_PORT: ports.evapi,
    KEY: settings.key,
    SIP_LISTEN: `${transport}:${settings.sipAddress}:${ports.sip}`,
    SIP_ADDRESS: `${settings.advertise ?? settings.sipAddress}:${ports.sip}`,
    PHONE_PORT: settings.phonePort ?? 0,
    PHONE_LISTEN: `${settings.sipAddress}:${settings.phonePort ?? 0}`,
    PHONE_ADDRESS: `${settings.advertise ?? settings.sipAddress}:${settings.phonePort ?? 0}`,
    TRUNK_IP: trunk?.ip ?? '',
    TRUNK_PORT: trunk?.port ?? 0,
    TRUNK_TRANSPORT: transport,
    TRUNK_HOP: `sip:${trunk?.ip ?? ''}:${trunk?.port ?? 0};transport=${transport}`,
    MEDIA_CONTROL: settings.mediaControl ?? '',
    WEB_FLAGS,
    PLAIN_ANSWER_FLAGS,
    BRIDGE_FLAGS,
    G711_ONLY,
  };
  const advertised = (port: number | null) => (line: string) => (settings.advertise ? `${line} advertise ${safe(settings.advertise)}:${port ?? 0}` : line);
  const body = readFileSync(TEMPLATE, 'utf8')
    .replace(/^listen=\{\{SIP_LISTEN\}\}$/m, advertised(ports.sip))
    .replace(/^listen=\w+:\{\{PHONE_LISTEN\}\}$/gm, advertised(settings.phonePort))
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`Unknown setting ${name} in kamailio.cfg`);
      return safe(value);
    });
  const defines = [trunk && '#!define WITH_TRUNK', settings.phonePort && '#!define WITH_PHONES', settings.mediaControl && '#!define WITH_MEDIA'].filter(Boolean);
  return ['#!KAMAILIO', ...defines, body].join('\n');
}
