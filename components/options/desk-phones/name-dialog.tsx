import { useId, useState } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';

interface NameDialogProps {
  title: string;
  action: string;
  /** As it is called now; '' for a new one. */
  name: string;
  onClose: () => void;
  onName: (name: string) => void;
}

export function NameDialog({ title, action, name, onClose, onName }: NameDialogProps) {
  const { t } = useWords();
  const form = useId();
  const [value, setValue] = useState(name);
  const [missing, setMissing] = useState(false);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('signOut.cancel')}</Button>
          <Button look="primary" type="submit" form={form}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = value.trim();
          if (wanted === '') return setMissing(true);
          onClose();
          onName(wanted);
        }}
      >
        <Field
          label={t('deskPhones.name')}
          name="name"
          value={value}
          placeholder={t('deskPhones.nameExample')}
          maxLength={60}
          error={missing ? t('fieldError.required') : undefined}
          onInput={(next) => {
            setMissing(false);
            setValue(next);
          }}
        />
      </form>
    </Dialog>
  );
}
