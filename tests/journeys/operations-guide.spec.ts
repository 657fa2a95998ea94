import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root, withSystem } from '../support/system.ts';

const run = promisify(execFile);
/** The shell block of each chapter that has one. */
const chapters = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  .split('\n## ')
  .map((chapter) => ({
    title: chapter.split('\n')[0] ?? '',
    block: /```sh\n([\s\S]*?)```/.exec(chapter)?.[1] ?? '',
  }))
  .filter(({ block }) => block !== '');

describe('the operations guide', () => {
  const system = withSystem();

  it('has commands', () => expect(chapters.length).toBeGreaterThanOrEqual(5));

  it.each(chapters)('tells the truth in "$title"', async ({ block }) => {
    const { library, running } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    expect((await library.borrow(await library.register(), volumeId)).status).toBe(201);
    await library.settled();
    const script = `set -euo pipefail\n${block.replaceAll('localhost:4000', new URL(running.url).host)}`;
    const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
    const { stdout } = await run('bash', ['-c', script], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
    expect(stdout).not.toMatch(/"code":"|"status":[45]\d\d/);
    expect(stdout).not.toBe('');
  });
});
