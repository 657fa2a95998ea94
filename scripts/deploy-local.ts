import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { ResolvedAssembly } from '../local/assembly/resolve-assembly.ts';
import { startServer } from '../local/http/server.ts';
import { jsonLog } from '../local/log.ts';
import { apiAddress } from './emulator/api-address.ts';
import { deploy } from './emulator/cdk.ts';
import { deployedTo } from './emulator/deployed.ts';
import { forwardTo } from './emulator/forward.ts';
import { type Emulator, emulatorIn, isReachable } from './emulator/target.ts';
import { setTimeToLive } from './emulator/time-to-live.ts';
import { seed } from './seed.ts';

const USAGE = `npm run deploy:local -- [--backbone kafka|eventbridge] [--brokers host:port] [--seed none|accounts|catalogue]

Deploys the stage \`emulator\` with the CDK CLI into the emulator at AWS_ENDPOINT_URL (http://127.0.0.1:4566).
  --backbone   kafka (needs \`npm run poller\`, which the compose file starts) or eventbridge
  --brokers    where functions inside the emulator find Kafka (kafka:9092, as in the compose file)
  --seed       what a new system begins with: the three accounts, or the whole catalogue too (catalogue)`;

const Options = z.object({
  backbone: z.enum(['kafka', 'eventbridge']),
  brokers: z.string().min(1),
  seed: z.enum(['none', 'accounts', 'catalogue']),
});

/** The seed knocks at a front door, which the emulator's API is not: its paths begin further down. */
const fill = async (emulator: Emulator, address: string, { resources }: ResolvedAssembly, catalogue: boolean) => {
  const mounts = [{ prefix: '/api', localOnly: true, respond: forwardTo(address) }];
  const door = await startServer({ port: 0, mounts, log: jsonLog() });
  const { endpoint } = emulator;
  const named = (name: string) => resources.find(({ physicalId }) => physicalId === `bunko-emulator-${name}`);
  const tables = { events: named('events')?.physicalId ?? '', claims: named('claims')?.physicalId ?? '' };
  await seed({ url: `http://127.0.0.1:${door.port}`, endpoint, tables, catalogue }).finally(door.stop);
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      backbone: { type: 'string', default: 'kafka' },
      brokers: { type: 'string', default: 'kafka:9092' },
      seed: { type: 'string', default: 'catalogue' },
    },
  });
  const options = Options.parse(values);
  const emulator = emulatorIn(process.env);
  if (!(await isReachable(emulator)))
    throw new Error(
      `no emulator answers at ${emulator.endpoint}; start one: docker compose -f docker-compose.localstack.yml up -d`,
    );
  await deploy(emulator, options);
  const assembly = deployedTo(emulator, options.brokers);
  const address = await apiAddress(emulator);
  if (!assembly || address === undefined) throw new Error('the emulator has no API after the deployment');
  await setTimeToLive(emulator, assembly.resources);
  if (options.seed !== 'none') await fill(emulator, address, assembly, options.seed === 'catalogue');
  console.log(`deployed, with the backbone ${options.backbone}: ${address}/api/series`);
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
});
