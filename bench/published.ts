import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `--short`: enough work to see that a bench runs, too little for figures; nothing is published. */
const isShort = process.argv.includes('--short');

export const sized = (full: number, short: number): number => (isShort ? short : full);

/** Prints a result, and keeps it with the others unless it was a short run. */
export const publish = (result: { bench: string }): void => {
  const json = JSON.stringify(result, undefined, 2);
  console.log(json);
  if (isShort) return;
  const directory = join(import.meta.dirname, 'results');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${result.bench}.json`), `${json}\n`);
};
