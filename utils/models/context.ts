import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { CallSamples } from '@/utils/contract/call-quality';
import type { Clock } from '@/utils/contract/clock';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { Preset } from '@/utils/contract/preset';
import { createDeskPhonesModel, type DeskPhonesModel } from './desk-phones-model';
import { createDialerModel, type DialerModel } from './dialer-model';
import { createHistoryModel, type HistoryModel } from './history-model';
import type { LogModel } from './log-model';
import type { NumberFormatter } from './number-formatter';
import type { PanelModel } from './panel-model';
import type { PhoneAdapter } from './phone-adapter';
import { createPhoneModel, type PhoneModel } from './phone-model';
import { createSessionsModel, type SessionsModel } from './sessions-model';
import { createSignInModel, type SignInModel } from './sign-in-model';
import type { SignInDraftStore } from './sign-in-values';
import type { SiteSwitchModel } from './site-switch-model';
import { createTicker } from './ticker';

/** What an entrypoint gives; everything with a default may be left out by a surface that does not show it. */
export interface ModelParts {
  readonly phone: PhoneAdapter;
  readonly clock: Clock;
  /** Newest calls of this account, from the database; null until it has answered. */
  readonly history?: ReadonlySignal<readonly HistoryEntry[] | null>;
  /** Set to true when more than the newest are looked at. */
  readonly wholeHistory?: Signal<boolean>;
  readonly preset?: ReadonlySignal<Preset | null>;
  readonly draft?: SignInDraftStore;
  readonly deviceName?: string;
  /** Region of the browser's language, until an account has its own: `SE`. */
  readonly region?: string;
  /** The heavy number metadata, loaded after first paint. */
  readonly loadFormatter?: () => Promise<NumberFormatter>;
  /** Of the page in front, where the surface lies beside one. */
  readonly siteSwitch?: SiteSwitchModel;
  /** Of the call panel alone. */
  readonly panel?: PanelModel;
  /** Seconds of the calls, where their quality is shown. */
  readonly quality?: ReadonlySignal<CallSamples>;
  /** Of the settings page. */
  readonly log?: LogModel;
}

/** Every model of one surface. */
export interface Models {
  readonly phone: PhoneModel;
  readonly dialer: DialerModel;
  readonly history: HistoryModel;
  readonly signIn: SignInModel;
  readonly sessions: SessionsModel;
  readonly deskPhones: DeskPhonesModel;
  readonly clock: Clock;
  /** Epoch ms, ticking while shown. */
  readonly now: ReadonlySignal<number>;
  readonly region: ReadonlySignal<string>;
  readonly formatter: ReadonlySignal<NumberFormatter | null>;
  readonly siteSwitch: SiteSwitchModel | null;
  readonly panel: PanelModel | null;
  /** The phone sends them only while somebody reads this. */
  readonly quality: ReadonlySignal<CallSamples> | null;
  readonly log: LogModel | null;
  dispose(): void;
}

export function createModels(parts: ModelParts): Models {
  const { clock } = parts;
  const fallbackRegion = parts.region ?? 'SE';
  const now = createTicker(clock);
  const phone = createPhoneModel(parts.phone);
  const region = computed(() => phone.account.value?.region ?? fallbackRegion);
  const formatter = signal<NumberFormatter | null>(null);
  parts.loadFormatter?.().then(
    (loaded) => {
      formatter.value = loaded;
    },
    // Without it numbers are shown as they are, which still is right.
    () => undefined,
  );
  const { send } = parts.phone;
  const history = createHistoryModel({ entries: parts.history ?? signal([]), ...(parts.wholeHistory && { whole: parts.wholeHistory }), send, clock });
  const dialer = createDialerModel({ phone, formatter, region, lastDialled: history.lastDialled });
  const signIn = createSignInModel({
    send,
    clock,
    now,
    preset: parts.preset ?? signal(null),
    draft: parts.draft,
    deviceName: parts.deviceName ?? '',
    region: fallbackRegion,
  });
  return {
    phone,
    dialer,
    history,
    signIn,
    sessions: createSessionsModel({ send }),
    deskPhones: createDeskPhonesModel({ send }),
    clock,
    now,
    region,
    formatter,
    siteSwitch: parts.siteSwitch ?? null,
    panel: parts.panel ?? null,
    quality: parts.quality ?? null,
    log: parts.log ?? null,
    dispose() {
      parts.siteSwitch?.dispose();
      history.dispose();
      signIn.dispose();
    },
  };
}
