import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './system.ts';

const run = promisify(execFile);

/** A chapter of a page, with the commands it shows. */
export interface Chapter {
  title: string;
  block: string;
}

/** The shell blocks of a page's chapters; what is not marked as `sh` needs more than a laptop. */
export const chaptersOf = (page: string): readonly Chapter[] =>
  readFileSync(join(root, page), 'utf8')
    .split('\n## ')
    .flatMap((chapter) => {
      const title = chapter.split('\n')[0] ?? '';
      return [...chapter.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => ({ title, block }));
    });

/** Runs a block as it is written, against the system at `url`; answers its output, throws when a command fails. */
export const runBlock = async (block: string, url: string): Promise<string> => {
  const script = `set -euo pipefail\n${block.replaceAll('localhost:4000', new URL(url).host)}`;
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  const { stdout } = await run('bash', ['-c', script], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
};
