import type { ComponentChildren } from 'preact';
import type { Models } from '@/utils/models/context';
import { WordsProvider, type Words } from '@/components/words/words';
import { SurfaceProvider, type SurfaceActions } from './surface-context';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

interface SurfaceRootProps {
  models: Models;
  words: Words;
  actions?: SurfaceActions;
  children: ComponentChildren;
}

/** Outermost element of every surface: the look, the words, the models. */
export function SurfaceRoot({ models, words, actions = {}, children }: SurfaceRootProps) {
  return (
    <WordsProvider value={words}>
      <SurfaceProvider value={{ models, actions }}>{children}</SurfaceProvider>
    </WordsProvider>
  );
}
