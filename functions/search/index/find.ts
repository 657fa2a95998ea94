import { type SearchDocument, searchKinds } from '../projections/search-index/view.ts';
import { folded, wordsOf } from '../text/fold.ts';
import { type Sought, soughtOf } from '../text/occurrence.ts';
import { bestSnippet } from '../text/snippet.ts';
import type { Documents } from './documents.ts';
import { type Entry, WORTH_OF_WHOLE, worthOf } from './entry.ts';
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
  entry: Entry;
}

/** Wholes before their parts, parts in their order. */
const orderOf = ({ kind, id, partOf, place }: SearchDocument): string =>
  [searchKinds.indexOf(kind), partOf ?? id, String(place ?? 0).padStart(6, '0'), id].join('\u0001');

const isBefore = (a: Place, b: Place): boolean => a.score > b.score || (a.score === b.score && a.order < b.order);
/** Scores are compared and shown with as many digits as a cursor carries. */
const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

/** All documents in which every word occurs, the best first. */
export const find = (documents: Documents, { query, kinds, limit, after }: Wanted): Found => {
  const words = wordsOf(query).map(soughtOf);
  const phrase = words.length > 1 ? soughtOf(folded(query).trim()) : undefined;
  const worth = worthIn(documents);
  const best = firstOf<Hit>(limit + 1, isBefore);
  let total = 0;
  for (const entry of words.length > 0 ? documents.all() : []) {
    if (!kinds.includes(entry.document.kind)) continue;
    const score = scoreOf(entry, words, phrase, worth);
    if (score === 0) continue;
    total++;
    const hit = { entry, score, order: orderOf(entry.document) };
    if (!after || isBefore(after, hit)) best.offer(hit);
  }
  const hits = best.all().slice(0, limit);
  const last = hits.at(-1);
  return {
    items: hits.map(({ entry, score }) => shown(documents, entry, words, score)),
    total,
    ...(last && best.all().length > limit && { next: { score: last.score, order: last.order } }),
  };
};

type Worth = (entry: Entry, sought: Sought) => number;

/** What a word is worth in a document or in the whole it is a part of; that of a whole is looked at once for all its parts. */
const worthIn = (documents: Documents): Worth => {
  const known = new Map<Sought, Map<Entry, number>>();
  const ofWhole = (whole: Entry, sought: Sought): number => {
    const worths = known.get(sought) ?? new Map<Entry, number>();
    known.set(sought, worths);
    const worth = worths.get(whole) ?? worthOf(whole, sought) * WORTH_OF_WHOLE;
    worths.set(whole, worth);
    return worth;
  };
  return (entry, sought) => {
    const own = worthOf(entry, sought);
    const whole = documents.wholeOf(entry.document);
    return whole ? Math.max(own, ofWhole(whole, sought)) : own;
  };
};

/** The mean of what the words are worth, or what they are worth in one piece when that is more; 0 when one of them is missing. */
const scoreOf = (entry: Entry, words: readonly Sought[], phrase: Sought | undefined, worth: Worth): number => {
  let sum = 0;
  for (const word of words) {
    const one = worth(entry, word);
    if (one === 0) return 0;
    sum += one;
  }
  const mean = sum / words.length;
  return rounded(phrase ? Math.max(mean, worth(entry, phrase)) : mean);
};

const shown = (documents: Documents, { document }: Entry, words: readonly Sought[], score: number) => {
  const { kind, id, title, alsoTitled, people, text } = document;
  const whole = documents.wholeOf(document)?.document;
  const texts = [
    ...(text === undefined ? [] : [text]),
    ...[title, ...alsoTitled, ...people],
    ...(whole ? [whole.title, ...whole.alsoTitled, ...whole.people] : []),
  ];
  return { kind, id, title, snippet: bestSnippet(texts, words), score };
};
