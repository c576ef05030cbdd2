import { join } from 'node:path';
import type { TrunkConfig } from '@/server/telephony/ports';
import type { KamailioEdge } from '@/server/telephony/kamailio/kamailio-edge';
import { findBinary } from '@/server/telephony/process/find-binary';
import { freeTcpPort, freeUdpPort } from '@/server/telephony/process/free-port';
import { createNgClient } from '@/server/telephony/rtpengine/ng-client';
import { createRtpengineRelay } from '@/server/telephony/rtpengine/rtpengine-relay';
import { makeRunDir, testKamailio, testLog } from './kamailio-edge';
import { openStage, type EdgeStage } from './sip-edge-stage';

export interface TrunkStage extends EdgeStage {
  /** Port the trunk sends to. */
  readonly sipPort: number;
  /** Port for desk phones. */
  readonly phonePort: number;
  /** Calls whose media goes through the relay at this moment. */
  mediaSessions(): Promise<number>;
}

/** A real Kamailio with a real rtpengine, a trunk at a port of this machine, and a port for desk phones. */
export async function openTrunkStage(trunk: Pick<TrunkConfig, 'port'> & Partial<TrunkConfig>): Promise<TrunkStage> {
  const { runDir, remove } = makeRunDir('trunk');
  const binary = findBinary('rtpengine', process.env['PATH']);
  if (binary === null) throw new Error('rtpengine is not installed: tools/install-debian.sh');
  const relay = createRtpengineRelay({ binary, runDir: join(runDir, 'rtpengine'), log: testLog, address: '127.0.0.1', ports: { first: 21_000, last: 21_400 } });
  await relay.start();
  const whole: TrunkConfig = { host: '127.0.0.1', transport: 'udp', username: null, password: null, ...trunk };
  const phonePort = await freeTcpPort('127.0.0.1', await freeUdpPort('127.0.0.1'));
  let edge: KamailioEdge | null = null;
  const stage = await openStage(({ domain }) => {
    edge = testKamailio({ runDir: join(runDir, 'kamailio'), domain, relay, trunk: whole, phonePort });
    return edge;
  }).catch(async (error: unknown) => {
    await relay.close('stop');
    throw error;
  });
  const control = createNgClient(relay.controlAddress);
  return Object.create(stage, {
    mediaSessions: {
      value: async () => {
        const { calls } = await control.command('list');
        return Array.isArray(calls) ? calls.length : 0;
      },
    },
    phonePort: { value: phonePort },
    sipPort: { get: () => edge?.sipPort ?? 0 },
    close: {
      value: async () => {
        control.close();
        await stage.close();
        await relay.close('stop');
        remove();
      },
    },
  }) as TrunkStage;
}
