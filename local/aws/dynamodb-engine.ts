import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log, Running } from '../ports.ts';
import { engineBinary, NoDynamoDbEngine } from './engine-binary.ts';
import { engineCall } from './engine-call.ts';
import { endEngine, spawnEngine } from './engine-process.ts';

/** A DynamoDB engine that answers at `endpoint` (no trailing slash). */
export interface Engine extends Running {
  endpoint: string;
  /** Process id of the engine that was started here; undefined for one that runs elsewhere. */
  pid(): number | undefined;
}

interface EngineOptions {
  dataDir: string;
  log: Log;
  /** An engine that runs already; DYNAMODB_ENDPOINT unless told. */
  endpoint?: string | undefined;
}

const READY_WITHIN_MS = 15_000;
const FIRST_RESTART_MS = 50;
const LONGEST_RESTART_MS = 5_000;

/**
 * Starts the DynamoDB engine on a free loopback port with its data in `dataDir`, waits until it answers, and starts it
 * again on the same port when it dies. Rejects with `NoDynamoDbEngine` when there is none or it does not answer.
 */
export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  const { dataDir, log, endpoint = process.env.DYNAMODB_ENDPOINT } = options;
  if (endpoint) return elsewhere(endpoint.replace(/\/$/, ''));

  mkdirSync(dataDir, { recursive: true });
  const binary = await engineBinary(dataDir, log);
  const port = await freePort();
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--db-path', join(dataDir, 'dynamodb.sqlite')];
  const engine = keepRunning(() => spawnEngine(binary, flags, () => undefined), log);
  const url = `http://127.0.0.1:${port}`;
  await answers(url).catch(async (error: unknown) => {
    await engine.stop();
    throw error;
  });
  return { endpoint: url, ...engine };
};

const elsewhere = async (endpoint: string): Promise<Engine> => {
  await answers(endpoint);
  return { endpoint, pid: () => undefined, stop: async () => undefined };
};

const answers = async (endpoint: string): Promise<void> => {
  const call = engineCall(endpoint);
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await call('DynamoDB_20120810.ListTables', { Limit: 1 });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new NoDynamoDbEngine(`No DynamoDB answers at ${endpoint}: ${String(error)}`);
      await pause(10);
    }
  }
};

const keepRunning = (spawnOne: () => ChildProcess, log: Log): Omit<Engine, 'endpoint'> => {
  let stopped = false;
  let delay = FIRST_RESTART_MS;
  let child: ChildProcess;
  let restart: NodeJS.Timeout | undefined;

  const start = () => {
    const startedAt = Date.now();
    child = spawnOne();
    child.once('error', (error) => log.error('the DynamoDB engine cannot be started', { error: error.message }));
    child.once('exit', (code, signal) => {
      child.stdin?.destroy();
      if (stopped) return;
      delay = Date.now() - startedAt > LONGEST_RESTART_MS ? FIRST_RESTART_MS : Math.min(delay * 2, LONGEST_RESTART_MS);
      log.error('the DynamoDB engine ended and is started again', { code, signal, inMs: delay });
      restart = setTimeout(start, delay);
    });
  };
  start();
  return {
    pid: () => child.pid,
    async stop() {
      stopped = true;
      clearTimeout(restart);
      await endEngine(child);
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
