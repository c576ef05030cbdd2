import { onBenchStage } from '@/tests/bench/call/bench-stage';
import { manyCalls } from '@/tests/bench/call/many-calls';
import { KARIN } from '@/tests/support/e2e-demo-company';
const t = Date.now();
void onBenchStage(async (bench) => { const karin = await bench.phone(KARIN, { hertz: 440 }); console.log('ready', Date.now() - t); return manyCalls(bench, karin); }).then((r) => console.log(r, Date.now() - t), (e) => console.log('failed', e, Date.now() - t));
