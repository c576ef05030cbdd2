import { BellOff } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { IconButton } from '@/components/ui/icon-button';
import { trusted } from '@/components/ui/trusted';

/** Quiet here, while the call goes on ringing. */
export function SilenceButton({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  return <IconButton icon={BellOff} label={t('call.silence')} pressed={call.silenced} onClick={trusted(() => void phone.silence(call.id))} />;
}
