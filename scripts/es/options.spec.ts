import { describe, expect, it } from 'vitest';
import { category, everywhere, flag, instant, readOptions, stream, version } from './options.ts';

const shape = {
  ...everywhere,
  stream,
  category: category.optional(),
  at: version.optional(),
  since: instant.optional(),
  once: flag,
};
const read = (...args: string[]) => readOptions(['--stream', 'main#loan#1', ...args], shape);

describe('options', () => {
  it('are read by their shape; a flag that is not there is false', () =>
    expect(read('--at', '7', '--category', 'loan', '--json')).toEqual({
      stream: 'main#loan#1',
      at: 7,
      category: 'loan',
      json: true,
      once: false,
      personal: false,
    }));

  it.each([
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['2026-11-21T08:00:00Z', '2026-11-21T08:00:00.000Z'],
    ['2026-11-21T08:00:00+09:00', '2026-11-20T23:00:00.000Z'],
  ])('take %s as an instant', (text, at) => expect(read('--since', text)).toMatchObject({ since: at }));

  it.each([
    [['--colour', 'red'], /--colour/],
    [['more'], /more/],
    [['--at'], /--at/],
    [['--at', '0'], /^--at is no version/],
    [['--at', '1.5'], /^--at is no version/],
    [['--since', 'yesterday'], /^--since is no instant/],
    [['--category', 'cars'], /^--category is none of the categories account, /],
    [['--url', 'here'], /^--url is no address/],
    [['--stream', 'loan-1'], /^--stream is no stream/],
    [['--stream', 'main#cars#1'], /^--stream is no stream/],
    [['--once=yes'], /--once/],
  ])('%j is refused, and the option is named', (args, why) => {
    const problem = expect.objectContaining({ reason: 'usage', message: expect.stringMatching(why) });
    expect(() => read(...args)).toThrow(problem);
  });

  it('that are needed are asked for', () =>
    expect(() => readOptions([], shape)).toThrow(expect.objectContaining({ message: '--stream is needed' })));
});
