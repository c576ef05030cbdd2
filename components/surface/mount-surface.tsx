import { render, type ComponentChildren } from 'preact';
import type { Models } from '@/utils/models/context';
import type { Words } from '@/components/words/words';
import type { SurfaceActions } from './surface-context';
import { SurfaceRoot } from './surface-root';

interface SurfaceParts {
  readonly models: Models;
  readonly words: Words;
  readonly actions?: SurfaceActions;
}

/** Draws a surface in the page's `#root` and ends its models with the page. */
export function mountSurface({ models, words, actions = {} }: SurfaceParts, view: ComponentChildren): void {
  document.documentElement.lang = words.locale;
  document.title = words.t('app.name');
  const root = document.getElementById('root');
  if (root === null) return;
  render(
    <SurfaceRoot models={models} words={words} actions={actions}>
      {view}
    </SurfaceRoot>,
    root,
  );
  window.addEventListener('pagehide', () => models.dispose(), { once: true });
}
