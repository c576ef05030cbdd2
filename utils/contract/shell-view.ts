import * as v from 'valibot';
import { isLive } from '@/utils/domain/call/call-state';
import type { PhoneState } from './phone-state';

/** What the browser's own furniture shows (icon, badge, notification, panel): wanted state, sent whole on each change. */
export const shellViewSchema = v.object({
  icon: v.picklist(['connected', 'connecting', 'offline', 'ringing', 'in-call']),
  signedIn: v.boolean(),
  /** Who is signed in, for the icon's title. */
  account: v.nullable(v.string()),
  missed: v.number(),
  /** The call that rings here, if one does. */
  incoming: v.nullable(v.object({ callId: v.string(), number: v.string(), name: v.nullable(v.string()) })),
  /** A call is shown on the active tab: live, or just ended. */
  panel: v.boolean(),
});
export type ShellView = v.InferOutput<typeof shellViewSchema>;
export type ShellIcon = ShellView['icon'];

export function shellViewOf(state: PhoneState): ShellView {
  const ringing = state.calls.find((call) => call.state === 'ringing');
  return {
    icon: iconOf(state),
    signedIn: state.account !== null,
    account: state.account?.address ?? null,
    missed: state.missed,
    incoming: ringing ? { callId: ringing.id, number: ringing.remote.number, name: ringing.remote.name } : null,
    panel: state.calls.length > 0,
  };
}

function iconOf(state: PhoneState): ShellIcon {
  if (state.calls.some((call) => call.state === 'ringing')) return 'ringing';
  if (state.calls.some((call) => isLive(call.state))) return 'in-call';
  if (state.registration.status === 'registered') return 'connected';
  return state.registration.status === 'connecting' ? 'connecting' : 'offline';
}
