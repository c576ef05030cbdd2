import { commandSchemas, type CommandError, type CommandInput, type CommandName, type ResultOf } from '@/utils/contract/commands';
import { describeNumber, type NumberDescription } from '@/utils/domain/phone-number/describe-number';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { PhoneState } from '@/utils/contract/phone-state';
import { shellViewOf, type ShellView } from '@/utils/contract/shell-view';
import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { readNumber, type ReadNumber } from '@/utils/domain/phone-number/read-number';
import type { PanelSpots } from '@/utils/storage/panel-spots';
import { callerOf, type FrameKey, type OwnIdentity } from './caller';
import type { Messenger } from './messenger';
import { PANEL_ANCHOR_PORT } from './panel-anchor';
import { HOST_WATCH_PORT } from './host-watch-port';
import { createPanelHost } from './panel-host';
import { createReceiver } from './receiver';
import { QUALITY_PORT, serveQuality, type QualitySource } from './serve-quality';
import { createStateServer } from './serve-state';
import type { PanelPlacement } from './shell-messages';
import { STATE_PORT, type PortLike, type PortServer } from './state-port';

/** What the host asks of the shell: a message to the worker in Chrome, a call in Firefox. */
export interface ShellLink {
  present(view: ShellView): Promise<void>;
  /** A number clicked on a page could not be called. */
  notice(error: CommandError): Promise<void>;
}

/** The phone, as the host serves it. */
export interface ServedPhone {
  readonly state: { readonly value: PhoneState; subscribe(listener: (state: PhoneState) => void): () => void };
  readonly quality: QualitySource;
  /** A surface of the extension has been opened. */
  lookedAt(): void;
  command<N extends CommandName>(name: N, input: CommandInput<N>): Promise<ResultOf<N>>;
}

export interface HostOptions {
  readonly phone: ServedPhone;
  readonly messenger: Messenger;
  readonly ports: PortServer;
  readonly own: OwnIdentity;
  readonly shell: ShellLink;
  readonly randomId: () => string;
  readonly clock: Pick<Clock, 'after'>;
  readonly panelSpots: PanelSpots;
  /** The number finder for the user's region, for texts that a person selected. */
  readonly finder: (region: string) => Promise<NumberFinder>;
  readonly log: Logger;
}

/** What the shell asks of the host, where both live in one page. */
export interface Host {
  view(): ShellView;
  placePanel(tabId: number | null, fresh: boolean): PanelPlacement;
  /** Null too while nobody is signed in. */
  readNumber(text: string): Promise<ReadNumber | null>;
  /** This frame is the panel. */
  redeemed(frame: FrameKey): boolean;
}

/** Opens the phone host's doors: commands, state ports, the panel's tickets, and news for the shell. */
export function serveHost({ phone, messenger, ports, own, shell, randomId, clock, panelSpots, finder, log }: HostOptions): Host {
  const states = createStateServer(phone.state.value);
  const receiver = createReceiver({ messenger, own, redeemed: (frame) => panel.redeemed(frame), log });
  const viewNow = () => shellViewOf(phone.state.value, panel.beside());
  let shown = '';
  const present = (view: ShellView) => {
    shown = JSON.stringify(view);
    shell.present(view).catch((error: unknown) => log.warn('shell did not take the view', { error: String(error) }));
  };
  const panel = createPanelHost({
    receiver,
    clock,
    spots: panelSpots,
    randomId,
    state: states.whole,
    wanted: () => viewNow().panel,
    again: () => present(viewNow()),
  });

  for (const name of Object.keys(commandSchemas) as CommandName[]) serveCommand(name);
  receiver.on('host.view', async () => ({ ok: true, view: viewNow() }));
  receiver.on('numbers.describe', async ({ number }) => ({ ok: true, ...(await describe(number)) }));
  receiver.on('host.readNumber', async ({ text }) => ({ ok: true, number: await read(text) }));

  async function describe(text: string): Promise<NumberDescription> {
    const region = phone.state.value.account?.region ?? '';
    const about = describeNumber(text, region);
    if (about.kind !== null || about.e164 === null) return about;
    // The small metadata tells kinds of few countries only.
    const found = await finder(region).catch(() => null);
    return { ...about, kind: found?.find(about.e164)[0]?.kind ?? null };
  }
  async function read(text: string): Promise<ReadNumber | null> {
    const { account } = phone.state.value;
    if (account === null) return null;
    const { region, kind } = account;
    const found = await finder(region);
    return readNumber(text, { region, addresses: kind === 'sip', find: (words) => found.find(words) });
  }

  function serveCommand<N extends CommandName>(name: N): void {
    const run = async (input: CommandInput<N>, unseen: boolean): Promise<ResultOf<N>> => {
      const result = await phone.command(name, input);
      if (unseen && !result.ok) await shell.notice(result.error);
      return result;
    };
    receiver.on<CommandName>(name, (input, caller) => {
      const fromPage = caller.kind === 'page';
      const own = fromPage && 'source' in input ? { ...input, source: 'page' } : input;
      // A page has nowhere to show why it failed, nor has a panel that goes with its question; the shell has.
      return run(own as CommandInput<N>, fromPage || (caller.kind === 'panel' && name === 'phone.chooseMethod'));
    });
  }

  ports.addListener((port: PortLike) => {
    // Nothing is said on it here.
    if (port.name === HOST_WATCH_PORT) return;
    const caller = callerOf(port.sender ?? {}, own);
    if (port.name === QUALITY_PORT && caller.kind === 'extension') return serveQuality(phone.quality, port);
    const anchor = port.name === PANEL_ANCHOR_PORT && caller.kind === 'page' && caller.top;
    const surface = port.name === STATE_PORT && (caller.kind === 'extension' || (caller.kind === 'panel' && panel.redeemed(caller.frame)));
    if (surface) states.add(port);
    if (surface && caller.kind === 'extension') phone.lookedAt();
    if (anchor || surface) panel.opened(port, caller);
    else port.disconnect();
    refresh();
  });

  const refresh = () => {
    // Not before the stored account was read: every page would see a sign-out and a sign-in.
    if (phone.state.value.ready && JSON.stringify(viewNow()) !== shown) present(viewNow());
  };
  phone.state.subscribe((state) => {
    states.update(state);
    refresh();
  });
  return {
    view: viewNow,
    placePanel: panel.place,
    readNumber: read,
    redeemed: panel.redeemed,
  };
}
