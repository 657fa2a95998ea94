import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ScratchBroker, scratchBroker } from '../../local/kafka/scratch-broker.ts';
import { freePort } from '../../local/wiring/free-port.ts';
import { type Emulator, emulatorIn } from '../../scripts/emulator/target.ts';
import { type Library, libraryAt } from '../support/library.ts';
import { eventually, root } from '../support/system.ts';
import { ended, type Ministack, startMinistack } from './ministack.ts';

const run = promisify(execFile);

/** All of Bunko in an emulator, deployed with the commands that people use. */
export interface EmulatedSystem {
  library: Library;
  emulator: Ministack;
  target: Emulator;
  /** What the poller wrote, for who looks for a failure. */
  pollerLog(): string;
  /** Takes it down as people do. */
  destroy(): Promise<unknown>;
  discard(): Promise<void>;
}

const startPoller = (environment: NodeJS.ProcessEnv) => {
  const child = spawn(process.execPath, [join(root, 'scripts/poller.ts'), '--no-web'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return { child, log: () => said };
};

const untilPolling = (child: ChildProcess, log: () => string) =>
  eventually(async () => {
    if (child.exitCode !== null) throw new Error(`the poller ended with ${child.exitCode}: ${log()}`);
    return log().includes('"polling"') || undefined;
  }, 60);

/** Starts an emulator and a broker, deploys, and lets the poller stand beside it. */
export const emulatedSystem = async (python: string, backbone: 'kafka' | 'eventbridge'): Promise<EmulatedSystem> => {
  const opened: (() => Promise<unknown>)[] = [];
  const discard = async () => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const emulator = await startMinistack(python);
    opened.push(emulator.discard);
    const kafka: ScratchBroker = await scratchBroker();
    opened.push(kafka.discard);
    const brokers = kafka.broker.brokers.join(',');
    const port = await freePort();
    const environment = { ...process.env, AWS_ENDPOINT_URL: emulator.endpoint, KAFKA_BROKERS: brokers };
    const target = emulatorIn(environment);
    const wish = ['--backbone', backbone, '--brokers', brokers, '--seed', 'accounts'];
    const script = (name: string, ...args: string[]) =>
      run(process.execPath, [join(root, 'scripts', name), ...args], { cwd: root, env: environment });
    await script('deploy-local.ts', ...wish);
    const { child, log } = startPoller({ ...environment, PORT: String(port) });
    opened.push(() => ended(child));
    await untilPolling(child, log);
    const destroy = () => script('destroy-local.ts');
    return { library: libraryAt(`http://127.0.0.1:${port}`), emulator, target, pollerLog: log, destroy, discard };
  } catch (error) {
    await discard();
    throw error;
  }
};
