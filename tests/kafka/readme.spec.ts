import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { programFor } from '../support/program.ts';
import { root, withSystem } from '../support/system.ts';

const kcat = programFor('the README suite', 'kcat');
const run = promisify(execFile);

/** The shell blocks of the README that talk to a running system. */
const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
  .map(([, block = '']) => block)
  .filter((block) => block.includes('localhost:4000') && !block.includes('npm '));

describe.skipIf(kcat === undefined)('the README', () => {
  const system = withSystem();

  it('has commands for a running system', () => expect(blocks.length).toBeGreaterThanOrEqual(2));

  it.each(blocks)('tells the truth: %s', async (block) => {
    const { library, running } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const aki = await library.register();
    await library.settled();
    expect((await library.borrow(aki, volumeId)).status).toBe(201);
    await library.settled();
    const script = `set -euo pipefail\n${block.replaceAll('localhost:4000', new URL(running.url).host)}`;
    const { stdout } = await run('bash', ['-c', script], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
    expect(stdout).toMatch(block.includes('kcat') ? /lending\.loan-opened/ : /"ready":true[\s\S]*"idle":true/);
  });
});
