import { Eye, EyeOff } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { Field, type FieldProps } from './field';
import { IconButton } from './icon-button';

type PasswordFieldProps = Omit<FieldProps, 'type' | 'trailing'>;

export function PasswordField(props: PasswordFieldProps) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      trailing={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'signIn.hidePassword' : 'signIn.showPassword')}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
