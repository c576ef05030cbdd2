import * as v from 'valibot';
import { DIAL_SOURCES } from '@/utils/domain/call/call-method';
import type { PersonMatch } from '@/utils/domain/people/search-people';
import type { Session } from './account-api';
import { audioChoiceSchema, microphonesSchema } from './audio';
import { callMethodSchema, chosenMethodSchema } from './call-method';
import { deskPhoneIdSchema, deskPhoneNameSchema, type DeskPhones, type DeskPhoneSecret } from './desk-phones';
import type { RelayProbe } from './relay-probe';
import type { SignedInFields } from './signed-in-fields';
import { oneServerUrlSchema, sipAccountInputSchema } from './sip-account';

/** Commands the core takes, by owner. Input is validated with these schemas where it enters. */
const callId = v.pipe(v.string(), v.maxLength(200));
const callIdSchema = v.object({ callId });
const twoCallsSchema = v.object({ callId, otherId: callId });
/** As typed or found: a number in any format, an extension, a `tel:`, `callto:` or `sip:` URI. */
const target = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const commandSchemas = Object.freeze({
  'phone.dial': v.object({
    target,
    /** Where a person pressed it. */
    source: v.picklist(DIAL_SOURCES),
  }),
  /** `others`: what becomes of the call one is in; held where it is not said. */
  /** Answers `asking`; null: no call after all. */
  'phone.chooseMethod': v.object({ method: v.nullable(chosenMethodSchema) }),
  'phone.setCallMethod': v.object({ method: callMethodSchema }),
  /** Ends a call that the server sets up. */
  'phone.cancelOrdered': v.object({ id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,64}$/)) }),
  'phone.answer': v.object({ ...callIdSchema.entries, others: v.optional(v.picklist(['hold', 'end'])) }),
  'phone.decline': callIdSchema,
  'phone.hangUp': callIdSchema,
  /** Puts the active call aside. */
  'phone.hold': callIdSchema,
  /** Takes a held call back; the active one is held instead. */
  'phone.resume': callIdSchema,
  /** Hands the other side on without asking there first. */
  'phone.transfer': v.object({ callId, target }),
  /** Holds the call and dials, to ask whether it may be handed on there. */
  'phone.consult': v.object({ callId, target }),
  /** Puts the other sides of two calls through to each other; one that is consulted need not have answered. */
  'phone.completeTransfer': twoCallsSchema,
  /** Ends the consultation for this call, or stops handing it on, and talks on. */
  'phone.takeBack': callIdSchema,
  /** Three parties hear each other. */
  'phone.conference': twoCallsSchema,
  /** Out of the conference: this call goes on, the other one is held. */
  'phone.split': callIdSchema,
  /** Stops the ring of a call here and lets it ring elsewhere. */
  'phone.silence': callIdSchema,
  'phone.setMuted': v.object({ ...callIdSchema.entries, muted: v.boolean() }),
  'phone.sendDtmf': v.object({ ...callIdSchema.entries, tones: v.pipe(v.string(), v.regex(/^[0-9A-D*#]{1,32}$/)) }),
  /** Removes an ended call from the state at once. */
  'phone.dismiss': callIdSchema,
  'phone.reconnect': v.object({}),
  'account.signIn': v.object({
    server: oneServerUrlSchema,
    email: v.pipe(v.string(), v.trim(), v.email()),
    password: v.pipe(v.string(), v.minLength(1)),
    deviceName: v.string(),
  }),
  'account.signInSip': sipAccountInputSchema,
  'account.signOut': v.object({}),
  /** Whether calls that come ring in this browser. */
  'account.setReceiving': v.object({ receiving: v.boolean() }),
  /** For signing in again: what the form was given, without its secrets. */
  'account.fields': v.object({}),
  /** Where the One account is signed in. */
  'sessions.list': v.object({}),
  /** Signs another browser out; it becomes part of an address, so it must not climb in one. */
  'sessions.revoke': v.object({ sessionId: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,64}$/)) }),
  /** Colleagues and contacts by name or number, the best first; everybody for nothing typed. */
  'people.search': v.object({ query: v.pipe(v.string(), v.maxLength(200)) }),
  /** The One account's desk phones. A new one's password is in the answer and kept nowhere. */
  'deskPhones.list': v.object({}),
  'deskPhones.add': v.object({ name: deskPhoneNameSchema }),
  'deskPhones.rename': v.object({ id: deskPhoneIdSchema, name: deskPhoneNameSchema }),
  'deskPhones.renewSecret': v.object({ id: deskPhoneIdSchema }),
  'deskPhones.remove': v.object({ id: deskPhoneIdSchema }),
  /** Asks the One server something that only who is signed in may ask. */
  'selfTest.server': v.object({}),
  /** Registers anew over the connection that is there. */
  'selfTest.connection': v.object({}),
  /** Asks the account's STUN or TURN servers, as a call would. */
  'selfTest.relay': v.object({}),
  /** Calls the echo service from here, whatever the call method is. */
  'selfTest.call': v.object({}),
  'history.markSeen': v.object({}),
  'history.remove': v.object({ ids: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.minLength(1), v.maxLength(1000)) }),
  /** Calls that ended by then, epoch ms: one that comes while the clearing can be undone stays. */
  'history.clear': v.object({ endedBy: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** The welcome page or the call window asked for the microphone and tells how it went. */
  'microphone.changed': v.object({ state: v.picklist(['granted', 'prompt', 'denied', 'missing']) }),
  /** Devices, volumes, ring tone, processing: what is named is changed. Holds at once, in a call too. */
  'audio.choose': v.partial(audioChoiceSchema),
  /** Lights all lights of the headset for a moment; not during calls, whose state they show. */
  'headset.tryLights': v.object({}),
  /** Opens the headset again, after another program had it. */
  'headset.retry': v.object({}),
  /** Firefox: the microphones, which its background page cannot list. */
  'audio.microphones': v.object({ microphones: microphonesSchema }),
});

export type CommandName = keyof typeof commandSchemas;
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof commandSchemas)[N]>;

/** Why a command was not carried out; every surface has a sentence for each. */
export const COMMAND_ERRORS = [
  'not-signed-in',
  'not-connected',
  'not-a-number',
  'too-many-calls',
  'call-being-set-up', // one at a time: it cannot be held yet
  'call-on-hold',
  'no-such-call',
  'conference-full', // three parties are all there may be
  'conference-not-possible', // this browser does not mix sound now
  'wrong-credentials',
  'too-many-tries',
  'server-unreachable',
  'not-a-one-server',
  'too-many-phones',
  'phone-not-available', // the one that calls are made with is not there
  'registration-refused', // the PBX answers, with neither yes nor wrong password
  'insecure-server',
  'invalid-input',
  'microphone-refused',
  'microphone-missing',
  'microphone-busy',
  'not-allowed',
  'storage-full', // nothing could be kept on this computer's disk
  'internal',
] as const;
export type CommandError = (typeof COMMAND_ERRORS)[number];

export type CommandResult<T = unknown> =
  | ({ ok: true } & T)
  | { ok: false; error: CommandError; /** Seconds until another try is allowed. */ retryAfter?: number };

export interface CommandResults {
  /** Empty while it is asked how to call. */
  'phone.dial': CommandResult<{ callId: string }>;
  'phone.consult': CommandResult<{ callId: string }>;
  'people.search': CommandResult<{ people: PersonMatch[] }>;
  'account.fields': CommandResult<{ fields: SignedInFields }>;
  'sessions.list': CommandResult<{ sessions: Session[] }>;
  /** Milliseconds to the answer. */
  'selfTest.server': CommandResult<{ ms: number }>;
  /** Milliseconds to the answer; null when none came. */
  'selfTest.connection': CommandResult<{ ms: number | null }>;
  'selfTest.relay': CommandResult<{ relay: RelayProbe }>;
  'selfTest.call': CommandResult<{ callId: string }>;
  'deskPhones.list': CommandResult<DeskPhones>;
  'deskPhones.add': CommandResult<{ secret: DeskPhoneSecret }>;
  'deskPhones.renewSecret': CommandResult<{ secret: DeskPhoneSecret }>;
}
export type ResultOf<N extends CommandName> = N extends keyof CommandResults ? CommandResults[N] : CommandResult;

export type CommandHandlers = { readonly [N in CommandName]: (input: CommandInput<N>) => Promise<ResultOf<N>> };
