import { describe, expect, it } from 'vitest';
import { inMemoryViewStore } from './in-memory.ts';
import { matchingRows } from './matching-rows.ts';

const sheet = async (count: number) => {
  const view = inMemoryViewStore();
  for (let number = 1; number <= count; number++)
    await view.put({ pk: 'p', sk: String(number).padStart(4, '0'), number }, { from: 0, to: 1 });
  return view;
};
const every =
  (nth: number) =>
  ({ number }: Readonly<Record<string, unknown>>) =>
    Number(number) % nth === 0 ? Number(number) : undefined;

describe('a filtered page', () => {
  it('reads on until it is full, and no page skips or repeats', async () => {
    const view = await sheet(450);
    const seen: number[][] = [];
    let after: Readonly<Record<string, string | number>> | undefined;
    do {
      const request = { partition: ['pk', 'p'] as const, limit: 4, ...(after && { after }) };
      const page = await matchingRows(view, request, ['pk', 'sk'], every(50));
      seen.push([...page.items]);
      after = page.next;
    } while (after);
    expect(seen).toEqual([[50, 100, 150, 200], [250, 300, 350, 400], [450]]);
  });

  it('promises no more when nothing behind it matches', async () => {
    const view = await sheet(99);
    const page = await matchingRows(view, { partition: ['pk', 'p'], limit: 1 }, ['pk', 'sk'], every(50));
    expect(page).toEqual({ items: [50] });
  });

  it('may be short where only so much is looked through, and goes on behind it', async () => {
    const view = await sheet(450);
    const seen: number[][] = [];
    let after: Readonly<Record<string, string | number>> | undefined;
    do {
      const request = { partition: ['pk', 'p'] as const, limit: 4, ...(after && { after }) };
      const page = await matchingRows(view, request, ['pk', 'sk'], every(250), 100);
      seen.push([...page.items]);
      after = page.next;
    } while (after);
    expect(seen).toEqual([[], [], [250], [], []]);
  });

  it('is empty when nothing matches', async () => {
    const view = await sheet(120);
    expect(await matchingRows(view, { partition: ['pk', 'p'], limit: 5 }, ['pk', 'sk'], () => undefined)).toEqual({
      items: [],
    });
  });
});
