import { signal } from '@preact/signals';
import { OptionsView } from '@/components/options/options-view';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import { createSelfTestModel } from '@/utils/models/self-test-model';
import { soundModel } from './fake-sound';
import { createHandClock } from './hand-clock';
import { numbersProps } from './numbers-props';
import { NOW } from './phone-states';

/** The settings, with every section over fakes that do nothing. */
export function SettingsPage() {
  const selfTest = createSelfTestModel({
    state: signal(EMPTY_PHONE_STATE),
    quality: signal(new Map()),
    send: () => Promise.reject(new Error('no phone')),
    probes: { microphone: async () => 'missing', notifications: async () => false, ring: () => ({ playing: Promise.resolve(false), stop: () => undefined }) },
    clock: createHandClock(NOW),
  });
  return (
    <OptionsView
      browser="chrome"
      version="1.2.3"
      onAskMicrophone={() => undefined}
      numbers={numbersProps().props}
      sound={soundModel()}
      selfTest={{ model: selfTest, copy: async () => undefined }}
    />
  );
}
