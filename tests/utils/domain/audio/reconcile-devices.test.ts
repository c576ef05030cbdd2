import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVICE_ROLES, type DeviceRef } from '@/utils/domain/audio/audio-choice';
import { UNKNOWN_DEVICES } from '@/utils/domain/audio/known-devices';
import { reconcileDevices } from '@/utils/domain/audio/reconcile-devices';

const device = (id: string, label = `Device ${id}`): DeviceRef => ({ id, label });
const nothing = { microphone: null, speaker: null, ring: null, extraRing: null };

describe('which devices are used now', () => {
  it.each([
    ['nothing is chosen', nothing, [device('a')], nothing, []],
    ['the chosen one is there', { ...nothing, speaker: device('a') }, [device('a')], { ...nothing, speaker: 'a' }, []],
    ['the chosen one has another id', { ...nothing, ring: device('old', 'Jabra') }, [device('x'), device('new', 'Jabra')], { ...nothing, ring: 'new' }, []],
    ['of two with its name the one with its id', { ...nothing, ring: device('b', 'Jabra') }, [device('a', 'Jabra'), device('b', 'Jabra')], { ...nothing, ring: 'b' }, []],
    ['the chosen one is unplugged', { ...nothing, speaker: device('a', 'Jabra') }, [device('b')], nothing, [{ role: 'speaker', label: 'Jabra' }]],
    ['the extra ring is the ring device', { ...nothing, ring: device('a'), extraRing: device('a') }, [device('a')], { ...nothing, ring: 'a' }, []],
    ['ring and extra ring', { ...nothing, ring: device('a'), extraRing: device('b') }, [device('a'), device('b')], { ...nothing, ring: 'a', extraRing: 'b' }, []],
  ])('%s', (_, wanted, outputs, use, missing) => {
    expect(reconcileDevices(wanted, { inputs: [], outputs })).toEqual({ use, missing });
  });

  it('tries what is wanted where the browser does not tell', () => {
    const wanted = { ...nothing, microphone: device('m'), speaker: device('s') };
    expect(reconcileDevices(wanted, UNKNOWN_DEVICES)).toEqual({ use: { ...nothing, microphone: 'm', speaker: 's' }, missing: [] });
  });
});

const ref = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), label: fc.constantFrom('A', 'B', 'C', 'D') });
const choice = fc.record({
  microphone: fc.option(ref),
  speaker: fc.option(ref),
  ring: fc.option(ref),
  extraRing: fc.option(ref),
});
const list = fc.uniqueArray(ref, { selector: ({ id }) => id });
const known = fc.record({ inputs: fc.option(list), outputs: fc.option(list) });

describe('always', () => {
  it('only what is plugged in is used, and each device that is wanted is used, is missing, or rings already', () => {
    fc.assert(
      fc.property(choice, known, (wanted, devices) => {
        const { use, missing } = reconcileDevices(wanted, devices);
        for (const role of DEVICE_ROLES) {
          const listed = role === 'microphone' ? devices.inputs : devices.outputs;
          const used = use[role];
          if (used !== null && listed !== null) expect(listed.map(({ id }) => id)).toContain(used);
          const told = missing.some((one) => one.role === role);
          if (wanted[role] === null) expect([used, told]).toEqual([null, false]);
          else if (role !== 'extraRing') expect(used === null).toBe(told);
        }
        if (use.extraRing !== null) expect(use.extraRing).not.toBe(use.ring);
      }),
    );
  });

  it('a device that is back with its id is used again, whatever was plugged in meanwhile', () => {
    fc.assert(
      fc.property(ref, list, (wanted, others) => {
        const outputs = [...others.filter(({ id }) => id !== wanted.id), wanted];
        expect(reconcileDevices({ ...nothing, speaker: wanted }, { inputs: [], outputs })).toEqual({ use: { ...nothing, speaker: wanted.id }, missing: [] });
      }),
    );
  });
});
