import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Adds up the closing lines of every test run in these logs: `Tests  3 failed | 120 passed (123)`. */
const closing = process.argv
  .slice(2)
  .flatMap((file) => stripVTControlCharacters(readFileSync(file, 'utf8')).match(/^\s*Tests\s.*$/gm) ?? []);
const total = (word: string) =>
  closing.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
const skipped = total('skipped');
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
