import { useWords } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface ConfirmDialogProps {
  title: string;
  /** What follows. */
  body: string;
  action: string;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asked, not undone: the old password cannot come back. */
export function ConfirmDialog({ title, body, action, onClose, onConfirm }: ConfirmDialogProps) {
  const { t } = useWords();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('signOut.cancel')}</Button>
          <Button
            look="end"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {body}
    </Dialog>
  );
}
