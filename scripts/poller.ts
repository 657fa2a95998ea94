import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../local/http/server.ts';
import { openSite } from '../local/http/static-site.ts';
import { jsonLog } from '../local/log.ts';
import type { Running } from '../local/ports.ts';
import { brokersOf } from '../local/wiring/kafka-cluster.ts';
import { buildWebIfStale } from '../local/wiring/web-build.ts';
import { apiAddress } from './emulator/api-address.ts';
import { deployedTo } from './emulator/deployed.ts';
import { forwardTo } from './emulator/forward.ts';
import { startEmulatorPoller } from './emulator/poller.ts';
import { emulatorIn, isReachable, root } from './emulator/target.ts';

// What stands beside a LocalStack-compatible emulator: polls Kafka for its Lambda, since no open emulator does, and serves
// the web application and the API on one port. Waits for the deployment, and for a new one to read it anew: restart it.
const log = jsonLog();
const emulator = emulatorIn(process.env);
const brokers = process.env.KAFKA_BROKERS ?? '127.0.0.1:9092';
const { PORT = '4000', HOST = '127.0.0.1' } = process.env;

const deployment = async () => {
  for (let asked = 0; ; asked++) {
    const address = (await isReachable(emulator)) ? await apiAddress(emulator) : undefined;
    const assembly = address === undefined ? undefined : deployedTo(emulator, brokers);
    if (address !== undefined && assembly) return { address, assembly };
    if (asked === 0) log.info('waiting for npm run deploy:local', { endpoint: emulator.endpoint });
    await pause(1_000);
  }
};

const { address, assembly } = await deployment();
if (!process.argv.includes('--no-web')) await buildWebIfStale(root, log);
const running: Running[] = [
  await startServer({
    port: Number(PORT),
    host: HOST,
    mounts: [
      { prefix: '/api', localOnly: false, respond: forwardTo(address) },
      { prefix: '/', localOnly: false, respond: openSite(join(root, 'web', 'dist')) },
    ],
    log,
  }),
  await startEmulatorPoller({ emulator, brokers: brokersOf(brokers), resources: assembly.resources, log }),
];
log.info('polling', { brokers, url: `http://localhost:${PORT}`, api: address });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all(running.map((one) => one.stop())).then(() => process.exit(0)));
