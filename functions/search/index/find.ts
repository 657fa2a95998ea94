import type { SearchDocument } from '../projections/search-index/view.ts';
import { bestSnippet } from '../text/snippet.ts';
import { inWords, type Sought, soughtOf, wordsOf } from '../text/words.ts';
import type { Documents, Placed } from './documents.ts';
import { type Entry, worthForParts, worthOf } from './entry.ts';
import { firstOf } from './first-of.ts';

export interface Wanted {
  query: string;
  kinds: readonly SearchDocument['kind'][];
  limit: number;
  /** The last that was seen. */
  after?: Place | undefined;
}
/** A place in the results: by score, then by `order`, which no two have in common. */
export interface Place {
  score: number;
  order: string;
}
export interface Found {
  items: readonly { kind: SearchDocument['kind']; id: string; title: string; snippet: string; score: number }[];
  total: number;
  next?: Place;
}
interface Hit extends Place {
  placed: Placed;
}

const isBefore = (a: Place, b: Place): boolean => a.score > b.score || (a.score === b.score && a.order < b.order);
/** Scores are compared and shown with as many digits as a cursor carries. */
const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

/**
 * All documents in which every word occurs, the best first. Each query looks through all of them: what is found is exact, and
 * some thousands a millisecond are looked through (docs/decisions/0020-search-looks-through-memory.md).
 */
export const find = (documents: Documents, { query, kinds, limit, after }: Wanted): Found => {
  const words = wordsOf(query).map(soughtOf);
  const scoreOf = scoring(words, query);
  const best = firstOf<Hit>(limit + 1, isBefore);
  let total = 0;
  for (const placed of words.length > 0 ? documents.all() : []) {
    const { document, order } = placed.entry;
    if (!kinds.includes(document.kind)) continue;
    const score = scoreOf(placed);
    if (score === 0) continue;
    total++;
    if (!after || isBefore(after, { score, order })) best.offer({ placed, score, order });
  }
  const hits = best.all().slice(0, limit);
  const last = hits.at(-1);
  return {
    items: hits.map(({ placed, score }) => shown(placed, words, score)),
    total,
    ...(last && best.all().length > limit && { next: { score: last.score, order: last.order } }),
  };
};

/** The mean of what the words are worth, or what they are worth in one piece when that is more; 0 when one of them is missing. */
const scoring = (words: readonly Sought[], query: string) => {
  const worths = words.map(worthIn);
  const worthInOnePiece = words.length > 1 ? worthIn(soughtOf(inWords(query))) : undefined;
  return (placed: Placed): number => {
    let sum = 0;
    for (const worth of worths) {
      const one = worth(placed);
      if (one === 0) return 0;
      sum += one;
    }
    return rounded(Math.max(sum / worths.length, worthInOnePiece?.(placed) ?? 0));
  };
};

/** What a word is worth in a document or in its whole; in a whole it is looked for once, however many parts that has. */
const worthIn = (sought: Sought) => {
  const known = new Map<Entry, number>();
  const ofWhole = (whole: Entry): number => {
    const before = known.get(whole);
    if (before !== undefined) return before;
    const worth = worthForParts(whole, sought);
    known.set(whole, worth);
    return worth;
  };
  return ({ entry, whole }: Placed): number => {
    const own = worthOf(entry, sought);
    return whole ? Math.max(own, ofWhole(whole)) : own;
  };
};

const shown = ({ entry: { document }, whole }: Placed, words: readonly Sought[], score: number) => {
  const { kind, id, title, text } = document;
  const texts = [
    ...(text === undefined ? [] : [text]),
    ...namesOf(document),
    ...(whole ? namesOf(whole.document) : []),
  ];
  return { kind, id, title, snippet: bestSnippet(texts, words), score };
};
const namesOf = ({ title, alsoTitled, people }: SearchDocument): readonly string[] => [title, ...alsoTitled, ...people];
