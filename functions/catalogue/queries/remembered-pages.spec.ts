import { describe, expect, it } from 'vitest';
import { request } from '../../platform/http/phrases.ts';
import { catalogueAfter, seriesTold, volumeTold } from './phrases.ts';
import { rememberedPages } from './remembered-pages.ts';

const MINUTE = 60_000;

/** A reader of pages over a catalogue; `reads` counts how often a page was read anew. */
const reading = async () => {
  const { view, apply } = await catalogueAfter(seriesTold('a'));
  let [now, reads] = [0, 0];
  const remembered = rememberedPages<string>(view, () => now);
  return {
    apply,
    read: (key = 'page', list?: string) =>
      remembered(request('/api/series', { query: { key } }), async () => `${key} ${++reads}`, list),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};
type Reading = Awaited<ReturnType<typeof reading>>;
const settledOn = async ({ read, wait }: Reading) => {
  await read();
  wait(2_000);
  return read();
};

describe('a remembered page', () => {
  it('is read once while nothing changes, each under all that it depends on', async () => {
    const one = await reading();
    const page = await settledOn(one);
    expect([await one.read(), await one.read('other'), await one.read('other')]).toEqual([page, 'other 3', 'other 3']);
    expect(await one.read('page', 'of another week')).toBe('page 4');
  });

  it.each([
    ['a series comes', () => seriesTold('b')],
    ['a volume comes', () => volumeTold('z', 1)],
  ])('is forgotten at once when %s', async (_, event) => {
    const one = await reading();
    const page = await settledOn(one);
    await one.apply(event());
    expect(await one.read()).not.toBe(page);
  });

  it('is not kept while indexes may still lack the change', async () => {
    const one = await reading();
    await settledOn(one);
    await one.apply(seriesTold('b'));
    const early = await one.read();
    one.wait(1_999);
    const later = await one.read();
    expect(later).not.toBe(early);
    one.wait(1);
    const kept = await one.read();
    expect([kept === later, await one.read()]).toEqual([false, kept]);
  });

  it('is looked at again after a minute, whatever the stamps say, and when a clock was set back', async () => {
    const one = await reading();
    const page = await settledOn(one);
    one.wait(MINUTE - 1);
    expect(await one.read()).toBe(page);
    one.wait(1);
    const next = await one.read();
    expect(next).not.toBe(page);
    one.wait(-10);
    expect(await one.read()).not.toBe(next);
  });
});
