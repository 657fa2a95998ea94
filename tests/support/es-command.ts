import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { root } from './system.ts';

/** How a command ended, and what it said. */
export interface Ended {
  status: number | null;
  output: string;
  complaint: string;
  /** The output's lines as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a journey looks at answers the way a person reads them
  json(): any[];
}

const start = (args: readonly string[]) =>
  spawn(process.execPath, ['scripts/es.ts', ...args], {
    cwd: root,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs `npm run es -- <args>` to its end, as a user would. */
export const es = async (...args: string[]): Promise<Ended> => {
  const child = start(args);
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [output, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const lines = output.split('\n').filter((line) => line !== '');
  return { status, output, complaint, json: () => lines.map((line) => JSON.parse(line)) };
};

/** A command that runs until it is interrupted; `lines` grows as it prints. */
export const esRunning = (...args: string[]) => {
  const child = start(args);
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const lines: string[] = [];
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const interrupt = (): Promise<number | null> => {
    child.kill('SIGINT');
    return ended;
  };
  return { lines, said, interrupt };
};
