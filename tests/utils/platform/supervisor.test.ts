import { beforeEach, describe, expect, it } from 'vitest';
import { createSupervisor, type OffscreenApi } from '@/utils/platform/offscreen/supervisor';
import { FakeLogger } from '@/tests/support/fake-logger';

/** Chrome's rule: one document, and a second creation fails. */
class FakeOffscreen implements OffscreenApi {
  documents = 0;
  created = 0;
  answers = true;
  exists = async () => this.documents > 0;
  create = async () => {
    if (this.documents > 0) throw new Error('Only a single offscreen document may be created.');
    this.documents += 1;
    this.created += 1;
    this.answers = true;
  };
  close = async () => {
    this.documents = 0;
  };
  ping = () => (this.answers ? Promise.resolve() : new Promise<never>(() => undefined));
}

let offscreen: FakeOffscreen;
const make = () => createSupervisor({ offscreen, timeout: () => new Promise((done) => setTimeout(done)), log: new FakeLogger() });
beforeEach(() => {
  offscreen = new FakeOffscreen();
});

describe('the supervisor', () => {
  it('makes the host where there is none', async () => {
    await make().ensure();
    expect(offscreen.documents).toBe(1);
  });

  it('leaves a host that answers alone', async () => {
    await make().ensure();
    await make().ensure();
    expect(offscreen.created).toBe(1);
  });

  it('makes one host when many ask at once, and when two workers do', async () => {
    const one = make();
    await Promise.all([one.ensure(), one.ensure(), make().ensure()]);
    expect([offscreen.documents, offscreen.created]).toEqual([1, 1]);
  });

  it('replaces a host that is there but answers nobody', async () => {
    await make().ensure();
    offscreen.answers = false;
    await make().ensure();
    expect([offscreen.documents, offscreen.created]).toEqual([1, 2]);
  });

  it('says so when it cannot be made, and tries again the next time', async () => {
    const supervisor = make();
    const { create } = offscreen;
    offscreen.create = () => Promise.reject(new Error('no memory'));
    await expect(supervisor.ensure()).rejects.toThrow('no memory');
    offscreen.create = create;
    await supervisor.ensure();
    expect(offscreen.documents).toBe(1);
  });
});
