import * as v from 'valibot';
import { COMMAND_ERRORS, type CommandResult } from '@/utils/contract/commands';
import { shellViewSchema, type ShellView } from '@/utils/contract/shell-view';

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
  /** To the shell: open the window that lends the microphone (Firefox). */
  'shell.openCallWindow': v.object({}),
});
export type ShellMessageName = keyof typeof shellMessageSchemas;
export type ShellMessageInput<N extends ShellMessageName> = v.InferOutput<(typeof shellMessageSchemas)[N]>;

interface ShellMessageResults {
  'host.view': CommandResult<{ view: ShellView }>;
  'panel.place': CommandResult<PanelPlacement>;
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
