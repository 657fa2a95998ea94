import { describe, expect, it } from 'vitest';
import type { KeyTimeline } from '../key-timeline.ts';
import type { KeyBook } from './port.ts';

const first = { keyId: 'stack', signsFrom: 0 };
const both: KeyTimeline = [first, { keyId: 'second', signsFrom: 1_777_000_000 }];

/** Every keeper of the book signs this; each opening begins with an empty one, for a stack whose key is `stack`. */
export const keyBookContract = (adapter: string, open: () => Promise<KeyBook>): void => {
  describe(`${adapter} keeps the key book contract`, () => {
    it('names the key of the stack before the first rotation', async () =>
      expect((await (await open()).read()).timeline).toEqual([first]));

    it('keeps what replaced it, and the next after that', async () => {
      const book = await open();
      expect(await book.replace(both, (await book.read()).version)).toBe(true);
      expect((await book.read()).timeline).toEqual(both);
      expect(await book.replace([first], (await book.read()).version)).toBe(true);
      expect((await book.read()).timeline).toEqual([first]);
    });

    it('takes one of two replacements of the same book, the first one too', async () => {
      const book = await open();
      for (let round = 0; round < 2; round++) {
        const { version } = await book.read();
        const race = await Promise.all([book.replace(both, version), book.replace([first], version)]);
        expect(race.filter(Boolean)).toHaveLength(1);
      }
    });
  });
};
