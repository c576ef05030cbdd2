import { CircleAlert, UserRoundCheck } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ContactFieldError, ContactFormModel } from '@/utils/models/contact-form-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SkeletonRows } from '@/components/ui/skeleton';
import './contact-view.css';

const FAULT: Readonly<Record<ContactFieldError, MessageKey>> = Object.freeze({
  required: 'fieldError.required',
  'not-a-number': 'commandError.notANumber',
});

interface ContactViewProps {
  form: ContactFormModel;
  onClose: () => void;
}

/** A small window: who a number belongs to. */
export function ContactView({ form, onClose }: ContactViewProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const box = useRef<HTMLFormElement>(null);
  const values = form.values.value;
  const errors = form.errors.value;
  const holder = form.holder.value;
  const editing = form.editing.value;
  const status = phone.status.value;
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input[name=name]')?.focus(), [status === 'loading', editing]);

  const fault = (field: keyof typeof errors) => {
    const error = errors[field];
    return error === undefined ? undefined : t(FAULT[error]);
  };
  if (status === 'loading') return <SkeletonRows rows={3} label={t('status.loading')} />;
  return (
    <main>
      <form
        class="contact-view"
        ref={box}
        noValidate
        onKeyDown={(event) => {
          // With something typed, Escape would lose it.
          if (event.key === 'Escape' && values.name + values.company === '') onClose();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void form.save().then((kept) => {
            if (kept) onClose();
            else box.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus();
          });
        }}
      >
        <h1>{t(editing === null ? 'contact.title' : 'contact.changeTitle')}</h1>
        {status === 'signed-out' && <Banner tone="warning" role="alert" icon={CircleAlert} title={t('contact.signedOut')} />}
        {form.failed.value && <Banner tone="error" role="alert" icon={CircleAlert} title={t('contact.notSaved')} />}
        {holder !== null && (
          <Banner
            tone="quiet"
            icon={UserRoundCheck}
            title={t('contact.taken', [holder.name])}
            action={
              <Button size="small" onClick={() => form.editHolder()}>
                {t('contact.change')}
              </Button>
            }
          />
        )}
        <Field label={t('contact.name')} name="name" value={values.name} autoComplete="off" error={fault('name')} onInput={(value) => form.set('name', value)} />
        <Field label={t('contact.company')} name="company" note={t('signIn.optional')} value={values.company} autoComplete="off" onInput={(value) => form.set('company', value)} />
        <Field label={t('contact.number')} name="number" value={values.number} autoComplete="off" error={fault('number')} onInput={(value) => form.set('number', value)} />
        <p class="secondary">{t('contact.where')}</p>
        <div class="contact-actions">
          <Button onClick={onClose}>{t('contact.cancel')}</Button>
          <Button type="submit" look="primary" busy={form.saving.value} disabled={status === 'signed-out'}>
            {t('contact.save')}
          </Button>
        </div>
      </form>
    </main>
  );
}
