import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = (args: readonly string[]) =>
  new Promise<{ code: number; output: string }>((done) => {
    execFile(
      process.execPath,
      ['scripts/chaos.ts', ...args],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, ...outputs) => done({ code: Number(error?.code ?? 0), output: outputs.join('') }),
    );
  });
const commands = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^npm run chaos -- (.*?) *#/gm)].map(
  ([, args = '']) => args,
);

describe('the README', () => {
  it('has commands of the simulator', () => expect(commands).toHaveLength(3));

  it.each(commands)('tells the truth: npm run chaos -- %s', async (args) => {
    const { code, output } = await run(args.split(' '));
    const isPlanted = args.includes('--mutant');
    expect(code, output.slice(-400)).toBe(isPlanted ? 1 : 0);
    expect(output).toMatch(isPlanted ? /[1-9]\d* of \d+ seeds failed/ : /\b0 of \d+ seeds failed|everything holds/);
  });
});

describe('a command line that the simulator does not understand', () => {
  it.each(['--colour', '--seed x', '--mutant nobody --seeds 1'])('is answered with its usage: %s', async (args) => {
    const { code, output } = await run(args.split(' '));
    expect(code).toBe(2);
    expect(output).toContain('npm run chaos -- --seed N');
  });
});
