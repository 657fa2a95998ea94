import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type Library, libraryAt } from './library.ts';
import { eventually, root } from './system.ts';

/** A system in a process of its own, which can be killed and started again on the same data. */
export interface KillableSystem {
  library: Library;
  /** Where it can be looked into, as the running process says it. */
  insight(): Promise<{ endpoint: string; brokers: string[] }>;
  /** Resolves when it is ready. */
  start(): Promise<void>;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  discard(): Promise<void>;
}

const Overview = z.object({
  ready: z.boolean(),
  kafka: z.object({ brokers: z.array(z.string()) }),
  dynamodb: z.object({ endpoint: z.string() }),
});

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const ended = (child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM') =>
  new Promise<void>((done) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill(signal);
  });

/** Chooses a port and a data directory; nothing runs before `start`. */
export const killableSystem = async (): Promise<KillableSystem> => {
  const [port, dataDir] = [await freePort(), mkdtempSync(join(tmpdir(), 'bunko-kill-'))];
  const library = libraryAt(`http://localhost:${port}`);
  const command = ['local/start.ts', '--port', String(port), '--data', dataDir, '--empty', '--no-web', '--quiet'];
  const overview = async () => {
    const answer = await library.call('GET /_local').catch(() => undefined);
    return answer?.status === 200 ? Overview.parse(answer.body) : undefined;
  };
  let child: ChildProcess | undefined;
  return {
    library,
    async insight() {
      const { dynamodb, kafka } = await eventually(overview);
      return { endpoint: dynamodb.endpoint, brokers: kafka.brokers };
    },
    async start() {
      child = spawn(process.execPath, command, { cwd: root, stdio: 'ignore' });
      await eventually(async () => (await overview())?.ready || undefined, 240);
    },
    kill: () => ended(child, 'SIGKILL'),
    async discard() {
      await ended(child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
