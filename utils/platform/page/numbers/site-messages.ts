/** From the extension to a tab's top frame, through `tabs.sendMessage`. */
export type SiteMessage =
  /** Which site are you? For the popup's switch: the extension asks for no right to see the addresses of tabs. */
  | { readonly kind: 'numbers.whichSite' }
  /** A frame of yours wants this site switched off (`undo`: on): ask for it yourself, as the browser knows you. */
  | { readonly kind: 'numbers.switchSite'; readonly undo: boolean }
  /** Hand this number to the system's program for messages. */
  | { readonly kind: 'numbers.openMessage'; readonly number: string };
