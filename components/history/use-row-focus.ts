import { useCallback, useLayoutEffect, useRef, type MutableRef } from 'preact/hooks';

/** Gives a row the focus as soon as it is drawn, by its `data-id`. */
export function useRowFocus(box: MutableRef<HTMLElement | null>): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const rows = box.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset.id === wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return useCallback((id: string) => {
    wanted.current = id;
  }, []);
}
