import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { withException, withoutException, withoutSiteOff, withSiteOff, type Exception } from '@/utils/contract/change-page-numbers';
import type { Clock } from '@/utils/contract/clock';
import type { PageNumbers } from '@/utils/contract/page-numbers';
import { importSiteList, siteListOf, type SiteListError, type SiteListImport } from '@/utils/contract/site-list';
import { patternText } from '@/utils/domain/page-site/site-pattern';

/** How long something removed can be taken back. */
const UNDO_MS = 8000;

/** Where the settings are kept; other pages write them too. */
export interface PageNumbersPort {
  read(): Promise<PageNumbers>;
  update(change: (settings: PageNumbers) => PageNumbers): Promise<PageNumbers>;
  watch(listener: (settings: PageNumbers) => void): () => void;
}

export type SiteDraftError = 'not-a-site' | 'already-there';
export type Removed = { readonly kind: 'site'; readonly site: string } | ({ readonly kind: 'exception' } & Exception);
export type ImportOutcome = ({ readonly ok: false } & SiteListError) | { readonly ok: true; readonly sites: number; readonly exceptions: number };

export interface PageNumbersModel {
  /** Null until they have been read. */
  readonly settings: ReadonlySignal<PageNumbers | null>;
  /** The browser's storage refused the last change. */
  readonly failed: ReadonlySignal<boolean>;
  /** The site that is being typed. */
  readonly draft: ReadonlySignal<string>;
  readonly draftError: ReadonlySignal<SiteDraftError | null>;
  readonly removed: ReadonlySignal<Removed | null>;
  readonly imported: ReadonlySignal<ImportOutcome | null>;
  set(change: Partial<Pick<PageNumbers, 'on' | 'look' | 'region' | 'level'>>): Promise<void>;
  typeSite(text: string): void;
  addSite(): Promise<void>;
  removeSite(site: string): Promise<void>;
  removeException(exception: Exception): Promise<void>;
  undoRemove(): Promise<void>;
  /** Null until the settings have been read. */
  exportSites(): string | null;
  importSites(text: string): Promise<void>;
  dispose(): void;
}

export function createPageNumbersModel(store: PageNumbersPort, clock: Pick<Clock, 'after'>): PageNumbersModel {
  const settings = signal<PageNumbers | null>(null);
  const failed = signal(false);
  const draft = signal('');
  const draftError = signal<SiteDraftError | null>(null);
  const removed = signal<Removed | null>(null);
  const imported = signal<ImportOutcome | null>(null);
  let forget: (() => void) | undefined;

  const show = (next: PageNumbers) => {
    settings.value = next;
  };
  const stop = store.watch(show);
  store.read().then(show, () => {
    failed.value = true;
  });

  /** Shown at once; what storage then says is what counts. */
  const update = async (change: (now: PageNumbers) => PageNumbers): Promise<boolean> => {
    const before = settings.peek();
    if (before !== null) settings.value = change(before);
    try {
      const kept = await store.update(change);
      batch(() => {
        settings.value = kept;
        failed.value = false;
      });
      return true;
    } catch {
      batch(() => {
        settings.value = before;
        failed.value = true;
      });
      return false;
    }
  };
  const canUndo = (what: Removed) => {
    forget?.();
    removed.value = what;
    forget = clock.after(UNDO_MS, () => {
      removed.value = null;
    });
  };

  return {
    settings,
    failed,
    draft,
    draftError,
    removed,
    imported,
    set: async (change) => void (await update((now) => ({ ...now, ...change }))),
    typeSite(text) {
      draft.value = text;
      draftError.value = null;
    },
    async addSite() {
      const site = patternText(draft.peek());
      const there = site !== null && settings.peek()?.sitesOff.includes(site);
      draftError.value = site === null ? 'not-a-site' : there ? 'already-there' : null;
      if (site === null || there) return;
      if (await update((now) => withSiteOff(now, site))) draft.value = '';
    },
    async removeSite(site) {
      if (await update((now) => withoutSiteOff(now, site))) canUndo({ kind: 'site', site });
    },
    async removeException(exception) {
      if (await update((now) => withoutException(now, exception))) canUndo({ kind: 'exception', ...exception });
    },
    async undoRemove() {
      const what = removed.peek();
      forget?.();
      removed.value = null;
      if (what !== null) await update((now) => (what.kind === 'site' ? withSiteOff(now, what.site) : withException(now, what)));
    },
    exportSites: () => settings.peek() && siteListOf(settings.peek() ?? { sitesOff: [], exceptions: [] }),
    async importSites(text) {
      imported.value = null;
      let outcome: SiteListImport | null = null;
      const kept = await update((now) => {
        outcome = importSiteList(text, now);
        return outcome.ok ? outcome.settings : now;
      });
      if (kept) imported.value = shownOutcome(outcome);
    },
    dispose() {
      stop();
      forget?.();
    },
  };
}

function shownOutcome(outcome: SiteListImport | null): ImportOutcome | null {
  return outcome?.ok ? { ok: true, ...outcome.added } : outcome;
}
