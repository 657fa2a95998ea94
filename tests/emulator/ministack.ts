import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import * as z from 'zod';
import { freePort } from '../../local/wiring/free-port.ts';
import { pythonEnvironment } from '../../scripts/python/environment.ts';
import { eventually } from '../support/system.ts';

/** An emulator of AWS, running. */
export interface Ministack {
  endpoint: string;
  /** The mails it would have sent to an address, by subject. */
  mailsTo(address: string): Promise<readonly string[]>;
  /** What it wrote last, for who looks for a failure. */
  log(): string;
  /** Forgets all that was deployed, and ends. */
  discard(): Promise<void>;
}

const MOST_KEPT = 200_000;
const Mail = z.object({ To: z.array(z.string()), Subject: z.string() });
const Mails = z.object({ messages: z.record(z.string(), z.array(Mail)) });

/** Resolves when a process has ended, killed if it takes its time. */
export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });

/** Starts MiniStack from its pinned packages on a free port; its functions run on this Node. */
export const startMinistack = async (python: string): Promise<Ministack> => {
  const programs = await pythonEnvironment('ministack', python, join(import.meta.dirname, 'requirements.txt'));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(join(programs, 'ministack'), [], {
    env: {
      ...process.env,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-MOST_KEPT);
    });
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`MiniStack ended with ${child.exitCode}: ${said}`);
    return (await fetch(`${endpoint}/_ministack/health`).catch(() => undefined))?.ok || undefined;
  });
  return {
    endpoint,
    log: () => said,
    async mailsTo(address) {
      const { messages } = Mails.parse(await (await fetch(`${endpoint}/_ministack/ses/messages`)).json());
      return Object.values(messages)
        .flat()
        .flatMap(({ To, Subject }) => (To.includes(address) ? [Subject] : []));
    },
    async discard() {
      await fetch(`${endpoint}/_ministack/reset`, { method: 'POST' });
      await ended(child);
    },
  };
};
