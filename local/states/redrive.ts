import type { Memo } from './execution-store.ts';
import type { Journal } from './journal.ts';

/** What a redrive forgets, and what it remembers under another place or behind another event. */
export interface Rewind {
  forgotten: readonly string[];
  remembered: ReadonlyMap<string, Memo>;
}

const attemptIn = (place: string, open: string): number | undefined => {
  const found = /^\d+/.exec(place.slice(open.length + 1))?.[0];
  return found === undefined ? undefined : Number(found);
};

/** The latest attempt of a state with lines inside it; undefined for a state without. */
const latestFan = (places: readonly string[], open: string): number | undefined => {
  const attempts = places
    .filter(
      (place) => place.startsWith(`${open}:`) && place.endsWith(':began') && !place.slice(open.length).includes('/'),
    )
    .map((place) => attemptIn(place, open) ?? 0);
  return attempts.length === 0 ? undefined : Math.max(...attempts);
};

/** What is to be forgotten of one state that was entered and not left, innermost states apart. */
const reset = (places: readonly string[], open: string): { forgotten: string[]; renamed: [string, string][] } => {
  const own = places.filter((place) => place.startsWith(`${open}:`) && place !== `${open}:entered`);
  const latest = latestFan(places, open);
  if (latest === undefined) return { forgotten: own, renamed: [] };
  const kept = own.filter((place) => attemptIn(place, open) === latest && !/:(retry|failed)$/.test(place));
  const prefix = `${open}:${latest}`;
  const renamed = kept.map((place): [string, string] => [place, `${open}:0${place.slice(prefix.length)}`]);
  return { forgotten: own, renamed: renamed.filter(([from]) => own.includes(from)) };
};

/**
 * How an execution that ended without success goes on: each state that was entered and not left begins its attempts anew,
 * what has succeeded stays. `redriven` is the number of the event they follow.
 */
export const rewind = (journal: Journal, redriven: number): Rewind => {
  const memos = new Map(
    journal.places.flatMap((place): [string, Memo][] => {
      const memo = journal.recall(place);
      return memo ? [[place, memo]] : [];
    }),
  );
  const before = new Set(memos.keys());
  const isOpen = (place: string) => !memos.has(place.replace(/entered$/, 'exited'));
  // Outer states first: what they rename moves the inner ones.
  for (;;) {
    const entered = [...memos.keys()].filter((place) => place.endsWith(':entered') && isOpen(place));
    const next = entered
      .filter((place) => memos.get(place)?.last !== redriven)
      .toSorted((one, other) => one.length - other.length)[0];
    if (next === undefined) break;
    const open = next.slice(0, -':entered'.length);
    const { forgotten, renamed } = reset([...memos.keys()], open);
    const moved = renamed.flatMap(([from, to]): [string, Memo][] => {
      const memo = memos.get(from);
      return memo ? [[to, memo]] : [];
    });
    for (const place of forgotten) memos.delete(place);
    for (const [place, memo] of moved) memos.set(place, memo);
    const memo = memos.get(next);
    if (memo) memos.set(next, { ...memo, last: redriven });
  }
  const remembered = new Map([...memos].filter(([place, memo]) => journal.recall(place) !== memo));
  return { forgotten: [...before].filter((place) => !memos.has(place)), remembered };
};
