import type { DeviceRef, DeviceRole } from '@/utils/domain/audio/audio-choice';
import { listedAs, type SoundModel } from '@/utils/models/sound-model';
import { missingDeviceSentence } from '@/components/words/sentences';
import { useWords, type MessageKey } from '@/components/words/words';
import { SelectField } from '@/components/ui/select-field';

interface DeviceFieldProps {
  model: SoundModel;
  role: DeviceRole;
  label: MessageKey;
}

const OWN = '';

/** One device by name. One that was chosen and is unplugged stays chosen, and is said to be. */
export function DeviceField({ model, role, label }: DeviceFieldProps) {
  const { t } = useWords();
  const { inputs, outputs } = model.devices.value;
  const listed = (role === 'microphone' ? inputs : outputs) ?? [];
  const wanted = model.choice.value[role];
  const missing = model.missing.value.some((one) => one.role === role);
  const found = wanted && !missing ? listedAs(wanted, listed) : undefined;
  const options = [
    { value: OWN, label: t(role === 'extraRing' ? 'sound.noExtraRing' : 'sound.computersDefault') },
    ...named(listed).map(({ id, label: name }) => ({ value: id, label: name })),
  ];
  if (wanted && !found) options.push({ value: wanted.id, label: missing ? t('sound.unplugged', [wanted.label]) : wanted.label });
  const choose = (id: string) => {
    const device = listed.find((one) => one.id === id) ?? (wanted?.id === id ? wanted : null);
    void model.choose({ [role]: device });
  };
  return (
    <SelectField
      label={t(label)}
      name={role}
      value={found?.id ?? wanted?.id ?? OWN}
      options={options}
      hint={wanted && missing ? t(missingDeviceSentence(role), [wanted.label]) : undefined}
      onChange={choose}
    />
  );
}

/** Two of one kind have the same name: a number tells them apart. */
function named(listed: readonly DeviceRef[]): DeviceRef[] {
  return listed.map(({ id, label }, at) => {
    const before = listed.slice(0, at).filter((one) => one.label === label).length;
    return { id, label: before === 0 ? label : `${label} (${before + 1})` };
  });
}
