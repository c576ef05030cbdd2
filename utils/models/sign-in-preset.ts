import type { Preset } from '@/utils/contract/preset';
import type { SignInValues } from './sign-in-values';

/** What the user cannot change, because the employer has set it. */
export interface LockedFields {
  readonly kind: boolean;
  readonly oneServer: boolean;
  readonly sipServer: boolean;
  readonly sipDomain: boolean;
}

export function lockedFields(preset: Preset | null): LockedFields {
  const lock = (value: unknown) => preset?.locked === true && value !== undefined;
  return {
    kind: lock(preset?.accountKind),
    oneServer: lock(preset?.server),
    sipServer: lock(preset?.sipServer),
    sipDomain: lock(preset?.sipDomain),
  };
}

/** Fills in what is preset; what the user has typed stands unless it is locked. */
export function applyPreset(values: SignInValues, preset: Preset): SignInValues {
  const choose = (typed: string, given: string | undefined) =>
    given !== undefined && (preset.locked === true || typed.trim() === '') ? given : typed;
  const untouched = values.one.server === '' && values.sip.server === '';
  return {
    kind: preset.accountKind !== undefined && (preset.locked === true || untouched) ? preset.accountKind : values.kind,
    one: { ...values.one, server: choose(values.one.server, preset.server) },
    sip: {
      ...values.sip,
      server: choose(values.sip.server, preset.sipServer),
      domain: choose(values.sip.domain, preset.sipDomain),
    },
  };
}
