import { useEffect } from 'preact/hooks';
import { trusted } from '@/components/ui/trusted';

/** What takes letters itself. */
const TYPING = 'input, textarea, select, dialog, [contenteditable], [role=menu]';

/** T opens the transfer of a call wherever the focus is, but where something is typed. */
export function useTransferKey(enabled: boolean, open: () => void): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = trusted((event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      event.preventDefault();
      open();
    });
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled, open]);
}
