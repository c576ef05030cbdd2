import type { LoadedParts } from './loaded-parts';

/** Asks for the card's parts now, and runs after some milliseconds, or later, once they are here. Gives what prevents it. */
export function laterWith(parts: LoadedParts, run: () => void, ms: number): () => void {
  let stopped = false;
  const loading = parts.load();
  const go = () => (parts.now !== null ? run() : void loading.then((loaded) => loaded && !stopped && run()));
  const timer = setTimeout(go, ms);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
