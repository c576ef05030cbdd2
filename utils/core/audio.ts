import type { MicrophoneSettings } from '@/utils/contract/audio';
import type { CommandHandlers, CommandInput } from '@/utils/contract/commands';
import type { AudioChoice } from '@/utils/domain/audio/audio-choice';
import { UNKNOWN_DEVICES, type KnownDevices } from '@/utils/domain/audio/known-devices';
import { reconcileDevices, type DevicesNow, type MissingDevice } from '@/utils/domain/audio/reconcile-devices';
import { MicrophoneError, type OutputSettings } from '@/utils/phone/ports';
import type { CoreAdapters } from './adapters';
import type { StateStore } from './state-store';

type AudioAdapters = Pick<CoreAdapters, 'audioChoice' | 'devices' | 'microphone' | 'output' | 'log'>;

/** A reconcile loop: what was chosen against what is plugged in, after each change of either. */
export class Audio {
  readonly #adapters: AudioAdapters;
  readonly #state: StateStore;
  /** In Firefox a page of ours tells which microphones there are. */
  #handedOver: KnownDevices['inputs'] = null;
  #listed: KnownDevices = UNKNOWN_DEVICES;
  #stopWatching: () => void = () => undefined;
  /** Answers that come when more was chosen meanwhile are void. */
  #turn = 0;

  readonly commands: Pick<CommandHandlers, 'audio.choose' | 'audio.microphones'> = {
    'audio.choose': async (input) => {
      this.#choose(input);
      return { ok: true };
    },
    'audio.microphones': async ({ microphones }) => {
      this.#handedOver = microphones;
      this.#reconcile();
      return { ok: true };
    },
  };

  constructor(adapters: AudioAdapters, state: StateStore) {
    this.#adapters = adapters;
    this.#state = state;
  }

  start(): void {
    const { audioChoice, devices } = this.#adapters;
    this.#state.set({ audio: { ...this.#state.value.audio, choice: audioChoice.read() } });
    this.#reconcile();
    this.#stopWatching = devices.watch(() => void this.devicesChanged());
    void this.devicesChanged();
  }

  dispose(): void {
    this.#stopWatching();
  }

  /** Something was plugged in or out, or devices have their names now. */
  async devicesChanged(): Promise<void> {
    const { devices, log } = this.#adapters;
    try {
      this.#listed = await devices.list();
    } catch (error) {
      log.warn('devices could not be listed', { error: String(error) });
      return;
    }
    this.#reconcile();
  }

  #choose(input: CommandInput<'audio.choose'>): void {
    const { audioChoice, log } = this.#adapters;
    const { audio } = this.#state.value;
    const chosen = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const choice: AudioChoice = { ...audio.choice, ...chosen };
    this.#state.set({ audio: { ...audio, choice } });
    try {
      audioChoice.write(choice);
    } catch (error) {
      // It holds until the browser is closed.
      log.error('sound settings could not be kept', { error: String(error) });
    }
    this.#reconcile();
  }

  #reconcile(): void {
    const { choice } = this.#state.value.audio;
    const { inputs, outputs } = this.#listed;
    const now = reconcileDevices(choice, { inputs: inputs ?? this.#handedOver, outputs });
    const turn = ++this.#turn;
    void this.#useMicrophone(microphoneOf(choice, now), turn);
    void this.#useOutputs(outputsOf(choice, now), now.missing, turn);
  }

  async #useMicrophone(settings: MicrophoneSettings, turn: number): Promise<void> {
    const { microphone, log } = this.#adapters;
    const fault = await microphone.use(settings).then(
      () => null,
      (error: unknown) => {
        log.warn('the chosen microphone could not take over', { error: String(error) });
        return error instanceof MicrophoneError ? error.reason : 'busy';
      },
    );
    const { audio } = this.#state.value;
    if (turn === this.#turn && audio.microphoneFault !== fault) this.#state.set({ audio: { ...audio, microphoneFault: fault } });
  }

  /** A device that is listed and not taken by the browser is as good as gone. */
  async #useOutputs(settings: OutputSettings, missing: readonly MissingDevice[], turn: number): Promise<void> {
    const refused = await this.#adapters.output.use(settings);
    if (turn !== this.#turn) return;
    const { choice } = this.#state.value.audio;
    this.#missing([...missing, ...refused.flatMap((role) => (choice[role] ? [{ role, label: choice[role].label }] : []))]);
  }

  #missing(missing: readonly MissingDevice[]): void {
    const { audio } = this.#state.value;
    if (JSON.stringify(audio.missing) === JSON.stringify(missing)) return;
    if (missing.length > 0) this.#adapters.log.info('a chosen device is missing', { roles: missing.map(({ role }) => role) });
    this.#state.set({ audio: { ...audio, missing } });
  }
}

function microphoneOf({ echoCancellation, noiseSuppression, autoGainControl }: AudioChoice, { use }: DevicesNow): MicrophoneSettings {
  return { deviceId: use.microphone, echoCancellation, noiseSuppression, autoGainControl };
}

function outputsOf({ speakerVolume, ringVolume, ringTone }: AudioChoice, { use }: DevicesNow): OutputSettings {
  const { speaker, ring, extraRing } = use;
  return { speaker, ring, extraRing, speakerVolume, ringVolume, ringTone };
}
