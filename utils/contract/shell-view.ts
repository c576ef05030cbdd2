import * as v from 'valibot';
import { asksOnPage } from '@/utils/domain/call/call-method';
import { isLive } from '@/utils/domain/call/call-state';
import { formatForPerson } from '@/utils/domain/phone-number/format';
import type { PhoneState, RemoteParty } from './phone-state';
import { regionSchema } from './region';

/** What the browser's own furniture shows (icon, badge, notification, panel): wanted state, sent whole on each change. */
export const shellViewSchema = v.object({
  icon: v.picklist(['connected', 'connecting', 'offline', 'ringing', 'in-call']),
  signedIn: v.boolean(),
  /** Who is signed in, for the icon's title. */
  account: v.nullable(v.string()),
  /** Its region: whose national numbers are found on pages. */
  region: v.nullable(regionSchema),
  missed: v.number(),
  /** The call that rings here, if one does; its number as the user's country writes it. */
  incoming: v.nullable(v.object({ callId: v.string(), number: v.string(), name: v.nullable(v.string()) })),
  /** A call is shown on the active tab, live or just ended, or it is asked there how to make one. */
  panel: v.boolean(),
});
export type ShellView = v.InferOutput<typeof shellViewSchema>;
export type ShellIcon = ShellView['icon'];

/** `beside`: a page of ours that shows the calls is open. */
export function shellViewOf(state: PhoneState, beside = false): ShellView {
  const ringing = state.calls.find((call) => call.state === 'ringing');
  return {
    icon: iconOf(state),
    signedIn: state.account !== null,
    account: state.account?.address ?? null,
    region: regionOf(state),
    missed: state.missed,
    incoming: ringing ? { callId: ringing.id, ...callerText(ringing.remote, state.account?.region ?? '') } : null,
    panel: state.calls.length > 0 || state.ordered.length > 0 || (state.asking !== null && asksOnPage(state.asking.source, beside)),
  };
}

/** Null too for a region that is none: a view that is refused would show nothing at all. */
function regionOf({ account }: PhoneState): string | null {
  return account !== null && v.is(regionSchema, account.region) ? account.region : null;
}

function callerText({ number, name }: RemoteParty, region: string): { number: string; name: string | null } {
  const trimmed = name?.trim() ?? '';
  return { number: formatForPerson(number, region), name: trimmed === '' || trimmed === number ? null : trimmed };
}

function iconOf(state: PhoneState): ShellIcon {
  if (state.calls.some((call) => call.state === 'ringing')) return 'ringing';
  if (state.calls.some((call) => isLive(call.state))) return 'in-call';
  if (state.registration.status === 'registered') return 'connected';
  return state.registration.status === 'connecting' ? 'connecting' : 'offline';
}
