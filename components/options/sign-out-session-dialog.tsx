import type { Session } from '@/utils/contract/account-api';
import { useWords } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface SignOutSessionDialogProps {
  session: Session;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asked, not undone: signing in there again needs the password. */
export function SignOutSessionDialog({ session, onClose, onConfirm }: SignOutSessionDialogProps) {
  const { t } = useWords();
  return (
    <Dialog
      title={t('sessions.confirmTitle', [session.deviceName])}
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
            {t('signOut.confirm')}
          </Button>
        </>
      }
    >
      {t('sessions.confirmBody')}
    </Dialog>
  );
}
