import * as v from 'valibot';
import type { CardParts } from '@/utils/contract/card-parts';
import { COMMAND_ERRORS, type CommandResult } from '@/utils/contract/commands';
import type { NumberDescription } from '@/utils/domain/phone-number/describe-number';
import type { ReadNumber } from '@/utils/domain/phone-number/read-number';
import { panelSpotSchema, type PanelLook } from '@/utils/contract/panel-spot';
import { shellViewSchema, type ShellView } from '@/utils/contract/shell-view';
import type { WholeState } from './state-port';

/** A longer selection is a text to be copied, not a number to be called. */
export const UNDER_MENU_LENGTH = 200;
const underMenuText = v.nullable(v.pipe(v.string(), v.maxLength(UNDER_MENU_LENGTH)));

/** What host, shell and panel say to each other beside the phone's commands. */
export const shellMessageSchemas = Object.freeze({
  /** To the host: what the shell is to show; also tells that the host is alive. */
  'host.view': v.object({}),
  /** To the host: the panel belongs in this tab and nowhere else (null: nowhere); `fresh`: its page has just come to life. */
  'panel.place': v.object({ tabId: v.nullable(v.pipe(v.number(), v.integer())), fresh: v.boolean() }),
  /** To the host, from the panel's frame: the ticket it was handed. */
  'panel.redeem': v.object({ ticket: v.pipe(v.string(), v.maxLength(100)) }),
  /** To the host, from the panel's frame: size of its content in CSS pixels. */
  'panel.resize': v.object({ width: v.pipe(v.number(), v.minValue(200), v.maxValue(348)), height: v.pipe(v.number(), v.minValue(0), v.maxValue(2000)) }),
  /** To the host, from the panel's frame: a person moves it; `keep`: and has let go of it there. */
  'panel.move': v.object({ spot: panelSpotSchema, keep: v.boolean() }),
  /** To the host, from the panel's frame: how it is to be shown on the next page too. */
  'panel.minimise': v.object({ minimised: v.boolean() }),
  /** To the shell, from a top frame that came to life while a call is shown. */
  'panel.hello': v.object({}),
  /** To the shell: nobody answered, see that there is a host. */
  'shell.ensureHost': v.object({}),
  /** To the shell: what it is to show from now on. */
  'shell.present': shellViewSchema,
  /** To the shell: a number clicked on a page could not be called. */
  'shell.notice': v.object({ error: v.picklist(COMMAND_ERRORS) }),
  /** To the host, from a page: how a person of this account's region writes a number. As `phone.dial` takes it. */
  'numbers.describe': v.object({ number: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) }),
  /** To the shell: open the window that lends the microphone (Firefox). */
  'shell.openCallWindow': v.object({}),
  /** To the shell, from a page: this is no number, on the site of the frame it comes from; `undo`: it is one after all. */
  'numbers.notANumber': v.object({ text: v.pipe(v.string(), v.regex(/^[+\d]{1,40}$/)), undo: v.boolean() }),
  /** To the shell, from a page: mark no numbers on the site of its tab; `undo`: do again. */
  'numbers.siteOff': v.object({ undo: v.boolean() }),
  /** To the shell: the number plans of all regions. */
  'numbers.finderData': v.object({}),
  /** To the shell, from a page: how the card of a number looks. */
  'numbers.cardParts': v.object({}),
  /** To the shell, from a frame it asked: it has numbers to step to, and perhaps the focus. */
  'numbers.offer': v.object({ focused: v.boolean() }),
  /** To the shell, from a page: what its context menu would be about; null: nothing that may be a number. */
  'numbers.underMenu': v.object({ selection: underMenuText, link: underMenuText }),
  /** To the host: the number in a text, as the signed-in user dials and writes it. */
  'host.readNumber': v.object({ text: v.pipe(v.string(), v.maxLength(UNDER_MENU_LENGTH)) }),
  /** To the shell: the window that keeps a number as a contact. */
  'contacts.openAdd': v.object({ number: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }),
});
export type ShellMessageName = keyof typeof shellMessageSchemas;
export type ShellMessageInput<N extends ShellMessageName> = v.InferOutput<(typeof shellMessageSchemas)[N]>;

interface ShellMessageResults {
  'host.view': CommandResult<{ view: ShellView }>;
  'panel.place': CommandResult<PanelPlacement>;
  'panel.redeem': CommandResult<PanelLook & { readonly whole: WholeState }>;
  'numbers.describe': CommandResult<NumberDescription>;
  /** As JSON: a string is copied between processes once, and parsed where it is used. */
  'numbers.finderData': CommandResult<{ data: string }>;
  'numbers.cardParts': CommandResult<CardParts>;
  'host.readNumber': CommandResult<{ number: ReadNumber | null }>;
}

export interface PanelPlacement {
  /** To be handed to the tab's content script; null when the panel is there already. */
  ticket: string | null;
  /** Tabs that must take their panel down. */
  leave: number[];
  /** False for a page that is known to let no frame of ours in. */
  drawable: boolean;
  /** Another page of ours shows the calls already. */
  inFront: boolean;
}

export type ShellMessageResult<N extends ShellMessageName> = N extends keyof ShellMessageResults
  ? ShellMessageResults[N]
  : CommandResult;
