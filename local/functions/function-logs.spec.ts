import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import { openFunctionLogs } from './function-logs.ts';

it('joins pieces to lines and drops empty ones', () => {
  const directory = scratchDir();
  const logs = openFunctionLogs(directory, () => undefined);
  const write = logs.sink('borrow');
  for (const piece of ['{"a"', ':1}\n\n', 'x\ny']) write(piece);
  logs.close();
  expect(readFileSync(join(directory, 'borrow.log'), 'utf8')).toBe('{"a":1}\nx\n');
});

it('begins a new file when one is full, and keeps one old one', () => {
  const directory = scratchDir();
  const logs = openFunctionLogs(directory, () => undefined);
  const write = logs.sink('borrow');
  for (let n = 0; n < 20; n++) write(`${'x'.repeat(900_000)}\n`);
  logs.close();
  expect(statSync(join(directory, 'borrow.log')).size).toBeLessThan(9 * 2 ** 20);
  expect(statSync(join(directory, 'borrow.log.1')).size).toBeLessThan(10 * 2 ** 20);
});

it('keeps files inside its directory whatever a function is called', () => {
  const directory = scratchDir();
  const logs = openFunctionLogs(directory, () => undefined);
  logs.sink('../../escape')('line\n');
  logs.close();
  expect(readFileSync(join(directory, '______escape.log'), 'utf8')).toBe('line\n');
});
