import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { KafkaProblem } from './kafka-problem.ts';
import type { Machine } from './machine.ts';
import { commandLineOf } from './process-identity.ts';
import { type NodeAddress, serverProperties } from './server-properties.ts';

const run = promisify(execFile);

/** Small and soon ready, rather than fast after an hour. */
const FLAGS = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const END_WITHIN_MS = 30_000;

export interface JavaMachineOptions {
  java: string;
  /** Asked for when it is needed: it may have to be fetched first. */
  classPath: () => Promise<string>;
  /** Its own: settings, data, log and process id. */
  directory: string;
  address: NodeAddress;
  /** Whether the broker goes on when this process ends. */
  outlives: boolean;
}

/** The broker as a Java process of this machine. */
export const javaMachine = ({ java, classPath, directory, address, outlives }: JavaMachineOptions): Machine => {
  const files = {
    properties: join(directory, 'server.properties'),
    data: join(directory, 'data'),
    log: join(directory, 'broker.log'),
    pid: join(directory, 'broker.pid'),
  };
  const pid = () => (existsSync(files.pid) ? Number(readFileSync(files.pid, 'utf8')) : undefined);
  const isRunning = async () => {
    const known = pid();
    return known !== undefined && (await commandLineOf(known)).includes(files.properties);
  };
  const format = (jars: string) => {
    const tool = ['-cp', jars, 'kafka.tools.StorageTool', 'format', '--ignore-formatted'];
    return run(java, [...tool, '--cluster-id', address.clusterId, '--config', files.properties]);
  };

  return {
    name: () => `process ${pid()}`,
    isRunning,
    async launch() {
      const jars = await classPath();
      const settings = Object.entries(serverProperties(address, { listenOn: '127.0.0.1', dataDir: files.data }));
      writeFileSync(files.properties, settings.map(([key, value]) => `${key}=${value}\n`).join(''));
      if (!existsSync(files.data)) await format(jars);
      const command = [...FLAGS, '-cp', jars, 'kafka.Kafka', files.properties];
      writeFileSync(files.pid, String(started(java, command, { log: files.log, outlives }).pid));
    },
    async end(signal) {
      const known = pid();
      if (known === undefined || !(await isRunning())) return;
      process.kill(known, signal);
      for (const deadline = Date.now() + END_WITHIN_MS; await isRunning(); await pause(20))
        if (Date.now() > deadline)
          throw new KafkaProblem('did-not-stop', `Apache Kafka (process ${known}) did not end after ${signal}`);
      rmSync(files.pid);
    },
    log: async () => (existsSync(files.log) ? readFileSync(files.log, 'utf8') : ''),
    discard: async () => rmSync(directory, { recursive: true, force: true }),
  };
};

const started = (java: string, command: string[], { log, outlives }: { log: string; outlives: boolean }) => {
  const lines = openSync(log, 'w');
  const child = spawn(java, command, { stdio: ['ignore', lines, lines], detached: outlives });
  closeSync(lines);
  // What could not be started does not run, and whoever waits for it sees that.
  child.on('error', () => {});
  child.unref();
  if (outlives) return child;
  const onExit = () => void child.kill('SIGKILL');
  process.once('exit', onExit);
  child.once('exit', () => process.off('exit', onExit));
  return child;
};
