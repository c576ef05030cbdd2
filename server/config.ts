import * as v from 'valibot';
import { sipServerUrlSchema } from '@/utils/contract/sip-account';
import type { TrunkConfig } from './telephony/ports';

/** Dialled for the echo test and the announcement. */
export const SERVICE_NUMBERS = Object.freeze({ echo: '*43', announcement: '*44' });
/** Where the public port takes SIP over WebSocket (RFC 7118). */
export const SIP_PATH = '/sip';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const port = (least: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, `must be a port number from ${least} to 65535`),
    v.transform(Number),
    v.minValue(least, `must be a port number from ${least} to 65535`),
    v.maxValue(65_535, `must be a port number from ${least} to 65535`),
  );
const wholeNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,6}$/, 'must be a whole number from 1'), v.transform(Number));
const oneOf = <const T extends readonly string[]>(words: T) => v.picklist(words, `must be one of ${words.join(', ')}`);
const flag = v.pipe(oneOf(['0', '1']), v.transform((text) => text === '1'));
const list = (item: v.GenericSchema<string, string>) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')),
    v.array(item),
  );
const hostName = v.pipe(v.string(), v.regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'must be a host name'));
const hostOrAddress = v.pipe(v.string(), v.regex(/^[a-z0-9:.[\]-]{1,253}$/i, 'must be a host name or an IP address'));
const origin = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'must be origins like https://crm.example.se, without a path'),
);
const iceUrl = v.pipe(v.string(), v.regex(/^(stun|stuns|turn|turns):\S+$/, 'must be stun:, stuns:, turn: or turns: addresses'));
const sipUrl = v.pipe(v.string(), v.check((text) => v.is(sipServerUrlSchema, text), 'must be wss: addresses like wss://two.example.se/sip'));
const postgresUrl = v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgres://user:password@host/database'));

const environmentSchema = v.object({
  ONE_HOST: v.optional(hostOrAddress, '127.0.0.1'),
  ONE_PORT: v.optional(port(0), '8443'),
  ONE_DATA_DIR: v.optional(v.string(), '.run/data'),
  DATABASE_URL: v.optional(postgresUrl),
  ONE_SIP_DOMAIN: v.optional(hostName, 'one.localhost'),
  ONE_TLS_CERT: v.optional(v.string()),
  ONE_TLS_KEY: v.optional(v.string()),
  ONE_EDGE: v.optional(oneOf(['auto', 'kamailio', 'embedded']), 'auto'),
  ONE_EDGE_MEMORY_MB: v.optional(v.pipe(wholeNumber, v.minValue(16, 'must be at least 16'), v.maxValue(65_536, 'must be at most 65536'))),
  ONE_EDGE_LIFETIME: v.optional(oneOf(['independent', 'server']), 'independent'),
  ONE_TRUNK_HOST: v.optional(hostOrAddress),
  ONE_TRUNK_PORT: v.optional(port(1), '5060'),
  ONE_TRUNK_TRANSPORT: v.optional(oneOf(['udp', 'tcp']), 'udp'),
  ONE_SIP_ADDRESS: v.optional(hostOrAddress),
  ONE_SIP_PORT: v.optional(port(1)),
  ONE_PHONE_PORT: v.optional(port(1)),
  ONE_PUBLIC_ADDRESS: v.optional(hostOrAddress),
  ONE_TRUNK_USERNAME: v.optional(v.string()),
  ONE_TRUNK_PASSWORD: v.optional(v.string()),
  ONE_REGION: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters, like SE')), 'SE'),
  ONE_SIP_URLS: v.optional(list(sipUrl), ''),
  ONE_ICE_URLS: v.optional(list(iceUrl), ''),
  ONE_TURN_USERNAME: v.optional(v.string()),
  ONE_TURN_PASSWORD: v.optional(v.string()),
  ONE_TURN_SECRET: v.optional(v.string()),
  ONE_LOG_LEVEL: v.optional(oneOf(LOG_LEVELS), 'info'),
  ONE_ALLOWED_ORIGINS: v.optional(list(origin), ''),
  ONE_TRUSTED_PROXIES: v.optional(list(hostOrAddress), ''),
  ONE_MAX_CONNECTIONS_PER_ADDRESS: v.optional(wholeNumber, '512'),
  ONE_DEMO: v.optional(flag, '0'),
});
type Environment = v.InferOutput<typeof environmentSchema>;

export interface ServerConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** SIP domain and digest realm. Credentials are bound to it: after a change every browser must sign in again. */
  readonly sipDomain: string;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly edge: 'auto' | 'kamailio' | 'embedded';
  /** `independent`: the edge and its calls outlive this process. */
  readonly edgeLifetime: 'independent' | 'server';
  readonly trunk: TrunkConfig | null;
  /** Where the trunk reaches this machine; null: the address that leads to it, and a port the edge chooses. */
  readonly sipAddress: string | null;
  readonly sipPort: number | null;
  /** Port of `sipAddress` where desk phones register over UDP and TCP; null: they cannot. */
  readonly phonePort: number | null;
  /** Address outside of a NAT, for trunk and desk phones; null: none. */
  readonly publicAddress: string | null;
  /** Shared memory of Kamailio; null: the edge's own choice. */
  readonly edgeMemoryMb: number | null;
  /** Region whose dialling rules the trunk follows. */
  readonly region: string;
  /** Where the edge can be reached besides this server's own `/sip`. */
  readonly sipUrls: readonly string[];
  readonly iceServers: readonly { urls: string[]; username?: string; credential?: string }[];
  /** Shared with the TURN server, which takes short-lived credentials made with it; null: it does not. */
  readonly turnSecret: string | null;
  readonly logLevel: LogLevel;
  /** Web origins besides the extensions and this server's own. */
  readonly allowedOrigins: readonly string[];
  /** Addresses whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly maxConnectionsPerAddress: number;
  readonly demo: boolean;
}

/** Every variable that is wrong, each with what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`The One server cannot start with this configuration:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads the environment. An empty variable counts as absent. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, readFile: (path: string) => string): ServerConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = v.safeParse(environmentSchema, given);
  const problems = result.success ? [] : result.issues.map((issue) => `${v.getDotPath(issue)?.split('.')[0] ?? 'environment'} ${issue.message}`);
  problems.push(...pairProblems(given));
  const tls = readTls(given, readFile, problems);
  if (!result.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return configOf(result.output, tls);
}

const PAIRS = [
  ['ONE_TLS_CERT', 'ONE_TLS_KEY'],
  ['ONE_TRUNK_USERNAME', 'ONE_TRUNK_PASSWORD'],
  ['ONE_TURN_USERNAME', 'ONE_TURN_PASSWORD'],
] as const;

function pairProblems(given: Readonly<Record<string, unknown>>): string[] {
  const lone = PAIRS.filter(([one, other]) => (given[one] === undefined) !== (given[other] === undefined));
  const problems = lone.map(([one, other]) => (given[one] === undefined ? `${one} is needed with ${other}` : `${other} is needed with ${one}`));
  if (given['ONE_TRUNK_USERNAME'] !== undefined && given['ONE_TRUNK_HOST'] === undefined)
    problems.push('ONE_TRUNK_HOST is needed with ONE_TRUNK_USERNAME');
  if (given['ONE_PHONE_PORT'] !== undefined && given['ONE_SIP_ADDRESS'] === undefined) problems.push('ONE_SIP_ADDRESS is needed with ONE_PHONE_PORT');
  if (given['ONE_PHONE_PORT'] !== undefined && given['ONE_PHONE_PORT'] === given['ONE_SIP_PORT'])
    problems.push('ONE_PHONE_PORT must not be ONE_SIP_PORT: desk phones and the trunk have a port each');
  return [...problems, ...turnProblems(given)];
}

function turnProblems(given: Readonly<Record<string, unknown>>): string[] {
  const turn = /(^|,)\s*turns?:/.test(String(given['ONE_ICE_URLS'] ?? ''));
  const fixed = given['ONE_TURN_USERNAME'] !== undefined || given['ONE_TURN_PASSWORD'] !== undefined;
  const secret = given['ONE_TURN_SECRET'] !== undefined;
  if (secret && fixed) return ['ONE_TURN_SECRET takes the place of ONE_TURN_USERNAME and ONE_TURN_PASSWORD: set one or the other'];
  if (secret && !turn) return ['ONE_ICE_URLS needs a turn: or turns: address with ONE_TURN_SECRET'];
  // A browser given a TURN server without credentials makes no connection at all: nobody could call.
  if (turn && !fixed && !secret)
    return ['ONE_TURN_SECRET, or ONE_TURN_USERNAME and ONE_TURN_PASSWORD, are needed with turn: and turns: addresses in ONE_ICE_URLS'];
  return [];
}

function readTls(
  given: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
  problems: string[],
): ServerConfig['tls'] {
  const read = (name: string) => {
    const path = given[name];
    if (path === undefined) return '';
    try {
      const text = readFile(path);
      // Without the check an empty file would mean a server without TLS.
      if (text.trim() === '') problems.push(`${name} names an empty file: ${path}`);
      return text;
    } catch {
      problems.push(`${name} names a file that cannot be read: ${path}`);
      return '';
    }
  };
  const cert = read('ONE_TLS_CERT');
  const key = read('ONE_TLS_KEY');
  return cert !== '' && key !== '' ? { cert, key } : null;
}

function configOf(env: Environment, tls: ServerConfig['tls']): ServerConfig {
  const turn = env.ONE_TURN_USERNAME !== undefined && env.ONE_TURN_PASSWORD !== undefined && { username: env.ONE_TURN_USERNAME, credential: env.ONE_TURN_PASSWORD };
  const trunk = env.ONE_TRUNK_HOST === undefined ? null : {
    host: env.ONE_TRUNK_HOST,
    port: env.ONE_TRUNK_PORT,
    transport: env.ONE_TRUNK_TRANSPORT,
    username: env.ONE_TRUNK_USERNAME ?? null,
    password: env.ONE_TRUNK_PASSWORD ?? null,
  };
  return Object.freeze({
    host: env.ONE_HOST,
    port: env.ONE_PORT,
    dataDir: env.ONE_DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    sipDomain: env.ONE_SIP_DOMAIN,
    tls,
    edge: env.ONE_EDGE,
    edgeLifetime: env.ONE_EDGE_LIFETIME,
    trunk,
    sipAddress: env.ONE_SIP_ADDRESS ?? null,
    sipPort: env.ONE_SIP_PORT ?? null,
    phonePort: env.ONE_PHONE_PORT ?? null,
    publicAddress: env.ONE_PUBLIC_ADDRESS ?? null,
    edgeMemoryMb: env.ONE_EDGE_MEMORY_MB ?? null,
    region: env.ONE_REGION,
    sipUrls: env.ONE_SIP_URLS,
    iceServers: env.ONE_ICE_URLS.length > 0 ? [{ urls: env.ONE_ICE_URLS, ...turn }] : [],
    turnSecret: env.ONE_TURN_SECRET ?? null,
    logLevel: env.ONE_LOG_LEVEL,
    allowedOrigins: env.ONE_ALLOWED_ORIGINS,
    trustedProxies: env.ONE_TRUSTED_PROXIES,
    maxConnectionsPerAddress: env.ONE_MAX_CONNECTIONS_PER_ADDRESS,
    demo: env.ONE_DEMO,
  });
}
