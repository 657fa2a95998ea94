import type { SearchDocument } from '../projections/search-index/view.ts';
import { folded } from '../text/fold.ts';
import { fitOf, occurrenceOf, type Sought } from '../text/occurrence.ts';

/** A document as it is searched: its fields folded, one to a line, titles before people before text. */
export interface Entry {
  document: SearchDocument;
  lines: string;
  /** Where the lines of people and of text begin. */
  peopleFrom: number;
  textFrom: number;
}

const linesOf = (texts: readonly string[]): string => texts.map((text) => `${folded(text).trim()}\n`).join('');

export const entryOf = (document: SearchDocument): Entry => {
  const { title, alsoTitled, people, text } = document;
  const titles = linesOf([title, ...alsoTitled]);
  const names = linesOf(people);
  return {
    document,
    lines: titles + names + (text === undefined ? '' : linesOf([text])),
    peopleFrom: titles.length,
    textFrom: titles.length + names.length,
  };
};

/** What a word is worth at its best, by where it occurs. The worst fit in one is worth more than the best in the next. */
const WORTH = { title: 1, people: 0.3, text: 0.1 };
/** Somewhat less for what is said of the whole that a document is a part of. */
export const WORTH_OF_WHOLE = 0.9;

const BEST_IN: readonly [from: 'title' | 'people' | 'text', to: (entry: Entry) => number][] = [
  ['title', ({ peopleFrom }) => peopleFrom],
  ['people', ({ textFrom }) => textFrom],
  ['text', ({ lines }) => lines.length],
];

/** What a word is worth in a document: 0 when it does not occur, otherwise by the best place in which it does. */
export const worthOf = (entry: Entry, sought: Sought): number => {
  const { lines } = entry;
  let at = occurrenceOf(lines, sought);
  if (at < 0) return 0;
  for (const [field, endOf] of BEST_IN) {
    const end = endOf(entry);
    let fit = 0;
    for (; at >= 0 && at < end; at = occurrenceOf(lines, sought, at + 1)) {
      fit = Math.max(fit, fitOf(lines, sought.word, at));
      if (field === 'text') break;
    }
    if (fit > 0) return WORTH[field] * fit;
  }
  return 0;
};
