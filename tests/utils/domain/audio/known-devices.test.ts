import { expect, it } from 'vitest';
import { knownDevices } from '@/utils/domain/audio/known-devices';

const listed = (kind: string, deviceId: string, label: string) => ({ kind, deviceId, label });

it('lists inputs and outputs, without the names Chrome gives to whatever the system has set', () => {
  const devices = knownDevices([
    listed('audioinput', 'default', 'Default - Jabra'),
    listed('audioinput', 'communications', 'Communications - Jabra'),
    listed('audioinput', 'a', 'Jabra'),
    listed('videoinput', 'v', 'Camera'),
    listed('audiooutput', 'default', 'Default - Speakers'),
    listed('audiooutput', 'b', 'Speakers'),
  ]);
  expect(devices).toEqual({ inputs: [{ id: 'a', label: 'Jabra' }], outputs: [{ id: 'b', label: 'Speakers' }] });
});

it('knows nothing of a kind whose devices have no names yet', () => {
  expect(knownDevices([listed('audioinput', '', ''), listed('audiooutput', 'b', 'Speakers')])).toEqual({
    inputs: null,
    outputs: [{ id: 'b', label: 'Speakers' }],
  });
  expect(knownDevices([])).toEqual({ inputs: [], outputs: [] });
});
