import { Hash, PhoneForwarded, PhoneOutgoing, X } from 'lucide-preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import type { TransferKind } from '@/utils/domain/call/put-through';
import { createTransferPicker, type PickerOption } from '@/utils/models/transfer-picker-model';
import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useNumber } from '@/components/surface/use-number';
import { useSurface } from '@/components/surface/surface-context';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { trusted } from '@/components/ui/trusted';
import './transfer-picker.css';

interface TransferPickerProps {
  call: CallView;
  onClose: () => void;
}

const STEPS: Readonly<Record<string, number>> = Object.freeze({ ArrowDown: 1, ArrowUp: -1 });

/** Whom the call is handed on to: type, choose, Enter to ask them first, Shift and Enter to send the caller at once. */
export function TransferPicker({ call, onClose }: TransferPickerProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const picker = useMemo(() => createTransferPicker(phone, call.id), [phone, call.id]);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const options = picker.options.value;
  const active = picker.active.value;
  const error = picker.error.value;

  const choose = async (kind: TransferKind) => {
    if (await picker.choose(kind)) onClose();
    else field.current?.focus();
  };
  const onKeyDown = trusted((event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) picker.move(step);
    else if (event.key === 'Enter' && !event.isComposing && event.target === field.current) void choose(event.shiftKey ? 'blind' : 'attended');
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  });

  return (
    <div class="transfer-picker" role="group" aria-label={t('transfer.title')} onKeyDown={onKeyDown}>
      <div class={`field-box ${error ? 'field-box-wrong' : ''}`}>
        <input
          ref={field}
          type="text"
          role="combobox"
          autoComplete="off"
          spellcheck={false}
          value={picker.text.value}
          placeholder={t('transfer.field')}
          aria-label={t('transfer.field')}
          aria-expanded={options.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onInput={(event) => picker.type(event.currentTarget.value)}
        />
        <IconButton icon={X} label={t('transfer.close')} onClick={onClose} />
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {t(commandSentence(error))}
        </p>
      )}
      <ul id={`${id}-list`} role="listbox" aria-label={t('transfer.results')}>
        {options.map((option, at) => (
          <Option key={`${option.kind} ${option.name} ${option.number}`} id={`${id}-${at}`} option={option} active={at === active} onChoose={() => picker.point(at)} />
        ))}
      </ul>
      <p class="transfer-nobody secondary" role="status">
        {picker.settled.value && options.length === 0 && t('transfer.nobody')}
      </p>
      <div class="transfer-kinds">
        <Button icon={PhoneOutgoing} look="primary" onClick={deliberate(() => void choose('attended'))}>
          {t('transfer.attended')} <kbd aria-hidden="true">↵</kbd>
        </Button>
        <Button icon={PhoneForwarded} onClick={deliberate(() => void choose('blind'))}>
          {t('transfer.blind')} <kbd aria-hidden="true">⇧↵</kbd>
        </Button>
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  option: PickerOption;
  active: boolean;
  onChoose: () => void;
}

function Option({ id, option, active, onChoose }: OptionProps) {
  const { t } = useWords();
  const number = useNumber(option.number);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    // The field keeps the focus, and with it the keys.
    <li id={id} ref={row} role="option" aria-selected={active} onPointerDown={(event) => event.preventDefault()} onClick={onChoose}>
      {option.kind === 'number' ? <Icon of={Hash} size={18} /> : <Avatar name={option.name} />}
      <span class="truncate">{option.name ?? t('transfer.number')}</span>
      <span class="secondary tabular">{number}</span>
    </li>
  );
}
