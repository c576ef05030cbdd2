import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Asked, not undone: signing in again needs the password. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  return (
    <Dialog
      title={t('signOut.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('signOut.cancel')}</Button>
          <Button
            look="end"
            onClick={() => {
              onClose();
              void phone.signOut();
            }}
          >
            {t('signOut.confirm')}
          </Button>
        </>
      }
    >
      {t(phone.live.value.length > 0 ? 'signOut.bodyInCall' : 'signOut.body')}
    </Dialog>
  );
}
