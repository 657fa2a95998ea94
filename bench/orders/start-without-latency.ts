import { rmSync } from 'node:fs';
import { jsonLog } from '../../local/log.ts';
import { startRuntime } from '../../local/runtime.ts';
import { readCommandLine } from '../../local/wiring/command-line.ts';
import { root } from '../../tests/support/system.ts';
import { copyOfAssembly, withSetting } from '../../tests/support/tampered-assembly.ts';

// `npm start`'s system in every respect but one: the simulated gateway answers at once.
const line = readCommandLine(process.argv.slice(2), {});
if (line.outcome !== 'start') throw new Error(`--port and --data are wanted: ${line.outcome}`);
const { port, dataDir, backbone } = line.wish;
const assemblyDir = await copyOfAssembly(backbone);
withSetting(assemblyDir, 'PAYMENT_LATENCY_MS', '0');
const log = jsonLog({ quiet: true });
const running = await startRuntime({ root, dataDir, port, backbone, seed: 'accounts', web: false, log, assemblyDir });
process.once('SIGTERM', async () => {
  await running.stop();
  rmSync(assemblyDir, { recursive: true, force: true });
  process.exit();
});
