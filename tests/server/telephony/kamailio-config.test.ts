import { describe, expect, it } from 'vitest';
import { renderConfig, type ConfigSettings } from '@/server/telephony/kamailio/config-file';

const settings: ConfigSettings = {
  domain: 'one.test',
  ports: { webSocket: 1001, evapi: 1002, sip: 1003 },
  key: 'abc123',
  workers: 2,
  debug: false,
  longestCallSeconds: 100,
  sipAddress: '10.0.0.1',
  advertise: null,
  trunk: { host: 'pstn.example', ip: '10.0.0.2', port: 5060, transport: 'udp', username: 'company', password: 'trunk secret' },
  phonePort: null,
  mediaControl: '127.0.0.1:1004',
};

describe('the configuration of Kamailio', () => {
  it('is filled in whole', () => {
    const text = renderConfig(settings);
    expect(text).not.toContain('{{');
    expect(text).toContain('listen=udp:10.0.0.1:1003\n');
    expect(text).toContain('$si == "10.0.0.2" && $sp == 5060 && $pr == "udp"');
  });

  it('holds no password of the trunk', () => expect(renderConfig(settings)).not.toContain('trunk secret'));

  it('listens for devices and for the server on loopback only', () => {
    const listening = renderConfig({ ...settings, trunk: null }).match(/^listen=.*$|bind_addr.*$/gm);
    expect(listening?.[0]).toBe('listen=tcp:127.0.0.1:1001');
    expect(listening?.at(-1)).toContain('127.0.0.1:1002');
    expect(renderConfig({ ...settings, trunk: null })).not.toContain('#!define WITH_TRUNK');
  });

  it('lets desk phones in at a port of their own, if any', () => {
    expect(renderConfig(settings)).not.toContain('#!define WITH_PHONES');
    const text = renderConfig({ ...settings, phonePort: 5070, advertise: '203.0.113.5' });
    for (const transport of ['udp', 'tcp']) expect(text).toContain(`listen=${transport}:10.0.0.1:5070 advertise 203.0.113.5:5070\n`);
    expect(text).toContain('#!define WITH_PHONES');
  });

  it('tells the trunk the address outside of a NAT', () => {
    expect(renderConfig({ ...settings, advertise: '203.0.113.5' })).toContain('listen=udp:10.0.0.1:1003 advertise 203.0.113.5:1003');
  });

  it.each(['one.test"\nroute', 'x}}', "a'b", '$var(x)'])('refuses the domain %j', (domain) => {
    expect(() => renderConfig({ ...settings, domain })).toThrow(/Not usable/);
  });
});
