import * as z from 'zod';
import type { Memo } from './execution-store.ts';
import type { Journal } from './journal.ts';

/** What a redrive forgets, and what it remembers under another place or behind another event. */
export interface Rewind {
  forgotten: readonly string[];
  remembered: ReadonlyMap<string, Memo>;
}

type Memos = Map<string, Memo>;

const ENTERED = ':entered';
const succeeded = z.object({ ok: z.literal(true) });

const attemptIn = (place: string, open: string): number => Number(/^\d+/.exec(place.slice(open.length + 1))?.[0] ?? -1);

/** The latest attempt of a state with lines inside it; -1 for a state without. */
const latestFan = (own: readonly string[], open: string): number =>
  Math.max(
    -1,
    ...own
      .filter((place) => place.endsWith(':began') && !place.slice(open.length).includes('/'))
      .map((place) => attemptIn(place, open)),
  );

/** A line that was ended because one beside it failed may have been about to leave a state that had succeeded. */
const isAsGoodAsLeft = (memos: Memos, own: readonly string[], open: string): boolean =>
  open.includes('/') &&
  own.some((place) => place.endsWith(':outcome') && succeeded.safeParse(memos.get(place)?.value).success);

/** Forgets the attempts of a state that was entered and not left; of lines inside it, the latest ones stay as its first attempt. */
const reset = (memos: Memos, open: string): void => {
  const own = [...memos.keys()].filter((place) => place.startsWith(`${open}:`) && place !== `${open}${ENTERED}`);
  if (isAsGoodAsLeft(memos, own, open)) return;
  const latest = latestFan(own, open);
  const kept = own.flatMap((place): [string, Memo][] => {
    const memo = memos.get(place);
    const stays = latest >= 0 && attemptIn(place, open) === latest && !/:(retry|failed)$/.test(place);
    return memo && stays ? [[`${open}:0${place.slice(`${open}:${latest}`.length)}`, memo]] : [];
  });
  for (const place of own) memos.delete(place);
  for (const [place, memo] of kept) memos.set(place, memo);
};

/** The outermost state that was entered, not left, and not yet dealt with. */
const nextOpen = (memos: Memos, done: number): string | undefined =>
  [...memos.keys()]
    .filter((place) => place.endsWith(ENTERED) && !memos.has(place.replace(/entered$/, 'exited')))
    .filter((place) => memos.get(place)?.last !== done)
    .toSorted((one, other) => one.length - other.length)[0];

/**
 * How an execution that ended without success goes on: each state that was entered and not left begins its attempts anew,
 * what has succeeded stays. `redriven` is the number of the event they follow.
 */
export const rewind = (journal: Journal, redriven: number): Rewind => {
  const memos: Memos = new Map();
  for (const place of journal.places) {
    const memo = journal.recall(place);
    if (memo) memos.set(place, memo);
  }
  // Outer states first: what they rename moves the inner ones.
  for (let open = nextOpen(memos, redriven); open !== undefined; open = nextOpen(memos, redriven)) {
    reset(memos, open.slice(0, -ENTERED.length));
    memos.set(open, { value: memos.get(open)?.value ?? null, last: redriven });
  }
  return {
    forgotten: journal.places.filter((place) => !memos.has(place)),
    remembered: new Map([...memos].filter(([place, memo]) => journal.recall(place) !== memo)),
  };
};
