import * as v from 'valibot';
import { COMMAND_ERRORS, type CommandResult } from '@/utils/contract/commands';
import type { NumberDescription } from '@/utils/domain/phone-number/describe-number';
import { shellViewSchema, type ShellView } from '@/utils/contract/shell-view';

/** Digits and plus, as they stand on a page. */
const digitsSchema = v.pipe(v.string(), v.regex(/^[\d+]{1,40}$/));

/** What host, shell and panel say to each other beside the phone's commands. */
export const shellMessageSchemas = Object.freeze({
  /** To the host: what the shell is to show; also tells that the host is alive. */
  'host.view': v.object({}),
  /** To the host: the panel belongs in this tab and nowhere else (null: nowhere). */
  'panel.place': v.object({ tabId: v.nullable(v.pipe(v.number(), v.integer())) }),
  /** To the host, from the panel's frame: the ticket it was handed. */
  'panel.redeem': v.object({ ticket: v.pipe(v.string(), v.maxLength(100)) }),
  /** To the host, from the panel's frame: height of its content in CSS pixels. */
  'panel.resize': v.object({ height: v.pipe(v.number(), v.minValue(0), v.maxValue(2000)) }),
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
  /** To the shell, from a page: these digits are no number on the sender's site; or they are one after all. */
  'numbers.notANumber': v.object({ text: digitsSchema, undo: v.boolean() }),
  /** To the shell, from a page: no numbers on the sender's site; or on it again. */
  'numbers.siteOff': v.object({ undo: v.boolean() }),
  /** To the shell, from a page: open the window that adds a contact with this number. */
  'contacts.openAdd': v.object({ number: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }),
  /** To the shell: open the window that lends the microphone (Firefox). */
  'shell.openCallWindow': v.object({}),
});
export type ShellMessageName = keyof typeof shellMessageSchemas;
export type ShellMessageInput<N extends ShellMessageName> = v.InferOutput<(typeof shellMessageSchemas)[N]>;

interface ShellMessageResults {
  'host.view': CommandResult<{ view: ShellView }>;
  'panel.place': CommandResult<PanelPlacement>;
  'numbers.describe': CommandResult<NumberDescription>;
}

export interface PanelPlacement {
  /** To be handed to the tab's content script; null when the panel is there already. */
  ticket: string | null;
  /** Tabs that must take their panel down. */
  leave: number[];
}

export type ShellMessageResult<N extends ShellMessageName> = N extends keyof ShellMessageResults
  ? ShellMessageResults[N]
  : CommandResult;
