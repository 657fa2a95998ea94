import { spawnSync } from 'node:child_process';

/** Where the first of these programs is; undefined when none is on the PATH. */
const found = (names: readonly string[]): string | undefined => {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
};

/**
 * A program that a suite needs. Where it is missing the suite is skipped, loudly; in CI that is an error.
 */
export const programFor = (suite: string, ...names: string[]): string | undefined => {
  const program = found(names);
  if (program !== undefined) return program;
  const message = `${suite} needs ${names.join(' or ')}, which is not installed`;
  if (process.env.CI !== undefined) throw new Error(message);
  console.error(`\nSKIPPED: ${message}\n`);
  return undefined;
};
