import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { KafkaProblem } from './kafka-problem.ts';
import type { Machine } from './machine.ts';
import { type NodeAddress, serverProperties } from './server-properties.ts';
import { KAFKA_VERSION } from './version.ts';

const run = promisify(execFile);

export const KAFKA_IMAGE = `apache/kafka:${KAFKA_VERSION}`;
/** The volume of the image that belongs to its user. */
const DATA_DIR = '/var/lib/kafka/data';
const ANSWER_MS = 5_000;

/** Whether a daemon answers and has the image or can get it. */
export const hasDocker = async (): Promise<boolean> => {
  try {
    await run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: ANSWER_MS });
    await run('docker', ['image', 'inspect', KAFKA_IMAGE]).catch(() => run('docker', ['pull', '--quiet', KAFKA_IMAGE]));
    return true;
  } catch {
    return false;
  }
};

/** The image takes each setting from a variable: `num.partitions` from `KAFKA_NUM_PARTITIONS`. */
export const variablesOf = (address: NodeAddress): string[] => [
  `CLUSTER_ID=${address.clusterId}`,
  ...Object.entries(serverProperties(address, { listenOn: '0.0.0.0', dataDir: DATA_DIR })).map(
    ([key, value]) => `KAFKA_${key.toUpperCase().replaceAll('.', '_')}=${value}`,
  ),
];

/** The broker as a container, which is started again after it has ended; its data is in it. */
export const dockerMachine = (directory: string, address: NodeAddress): Machine => {
  const container = `bunko-kafka-${address.port}`;
  const published = `127.0.0.1:${address.port}:${address.port}`;
  const docker = async (...args: string[]) => (await run('docker', args)).stdout.trim();
  const state = (field: string) => docker('inspect', '--format', `{{${field}}}`, container).catch(() => '');
  const isRunning = async () => (await state('.State.Running')) === 'true';

  return {
    name: () => `container ${container}`,
    isRunning,
    async launch() {
      const variables = variablesOf(address).flatMap((variable) => ['--env', variable]);
      const started = (await state('.Id'))
        ? docker('start', container)
        : docker('run', '--detach', '--name', container, '--publish', published, ...variables, KAFKA_IMAGE);
      await started.catch((error: Error) => {
        throw new KafkaProblem('did-not-start', `Apache Kafka did not start in Docker: ${error.message}`);
      });
    },
    async end(signal) {
      if (await isRunning()) await docker(signal === 'SIGKILL' ? 'kill' : 'stop', container);
    },
    async log() {
      const { stdout, stderr } = await run('docker', ['logs', '--tail', '1000', container]);
      return stdout + stderr;
    },
    async discard() {
      if (await state('.Id')) await docker('rm', '--force', '--volumes', container);
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
