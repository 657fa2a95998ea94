import { expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

it('has defaults for everything', () =>
  expect(readCommandLine([], {})).toEqual({
    outcome: 'start',
    wish: { port: 4000, dataDir: '.bunko/data', backbone: 'kafka', empty: false, web: true, quiet: false },
  }));

it('prefers an option to PORT', () => {
  expect(readCommandLine([], { PORT: '4100' })).toMatchObject({ wish: { port: 4100 } });
  expect(readCommandLine(['--port', '4200'], { PORT: '4100' })).toMatchObject({ wish: { port: 4200 } });
});

it('takes every option', () =>
  expect(
    readCommandLine(['--data', 'd', '--backbone=eventbridge', '--empty', '--no-web', '--quiet'], {}),
  ).toMatchObject({
    wish: { dataDir: 'd', backbone: 'eventbridge', empty: true, web: false, quiet: true },
  }));

it.each([
  ['--port', 'http'],
  ['--port', '70000'],
  ['--backbone', 'pigeon'],
  ['--data', ''],
  ['--nothing'],
  ['surplus'],
  ['--port'],
])('refuses %s %s in one line', (...args) => {
  const line = readCommandLine(args, {});
  expect(line).toMatchObject({ outcome: 'refused', why: expect.stringMatching(/^.+$/) });
});

it('shows help whatever else is asked', () => expect(readCommandLine(['--help'], {})).toEqual({ outcome: 'help' }));
