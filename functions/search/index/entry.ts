import { type SearchDocument, searchKinds } from '../projections/search-index/view.ts';
import { inWords, placeOf, type Sought } from '../text/words.ts';

/** A document as it is searched. */
export interface Entry {
  document: SearchDocument;
  /** Its fields in words, each a line with a blank at both ends: titles before people before text. */
  lines: string;
  /** Where the lines of people and of text begin. */
  peopleFrom: number;
  textFrom: number;
  /** Tells apart what is worth the same: wholes before their parts, parts in their order; no two have it in common. */
  order: string;
}

const linesOf = (texts: readonly string[]): string => texts.map((text) => ` ${inWords(text)} \n`).join('');

export const entryOf = (document: SearchDocument): Entry => {
  const { kind, id, title, alsoTitled, people, text, partOf, place } = document;
  const titles = linesOf([title, ...alsoTitled]);
  const names = linesOf(people);
  return {
    document,
    lines: titles + names + (text === undefined ? '' : linesOf([text])),
    peopleFrom: titles.length,
    textFrom: titles.length + names.length,
    order: [searchKinds.indexOf(kind), partOf ?? id, String(place ?? 0).padStart(6, '0'), id].join('\u0001'),
  };
};

/** What a word is worth at its best, by where it occurs. The worst fit in one is worth more than the best in the next. */
const IN_TITLE = 1;
const AMONG_PEOPLE = 0.3;
const IN_TEXT = 0.1;
/** Somewhat less for what is said of the whole that a document is a part of. */
const WORTH_OF_WHOLE = 0.9;

/** What a word is worth in a document: 0 when it does not occur, otherwise by the best place in which it does. */
export const worthOf = (entry: Entry, sought: Sought): number => {
  const at = placeOf(entry.lines, sought);
  if (at >= entry.textFrom) return IN_TEXT * fitOf(entry.lines, sought.word, at);
  return at < 0 ? 0 : worthAmongNames(entry, sought, at);
};

/** The same for a part of it: that is found by the titles and people of its whole, not by the text. */
export const worthForParts = (entry: Entry, sought: Sought): number => {
  const at = placeOf(entry.lines, sought);
  return at < 0 || at >= entry.textFrom ? 0 : WORTH_OF_WHOLE * worthAmongNames(entry, sought, at);
};

const worthAmongNames = ({ lines, peopleFrom, textFrom }: Entry, sought: Sought, at: number): number =>
  at < peopleFrom
    ? IN_TITLE * bestFit(lines, sought, at, peopleFrom)
    : AMONG_PEOPLE * bestFit(lines, sought, at, textFrom);

/** The best fit between two places, beginning with an occurrence. */
const bestFit = (lines: string, sought: Sought, from: number, to: number): number => {
  let best = 0;
  for (let at = from; at >= 0 && at < to && best < 1; at = placeOf(lines, sought, at + 1))
    best = Math.max(best, fitOf(lines, sought.word, at));
  return best;
};

/** How well a word fits where it occurs: the whole line, its beginning, a whole word, the beginning of one, or inside. */
const fitOf = (lines: string, word: string, at: number): number => {
  if (lines[at - 1] !== ' ') return 0.4;
  const behind = at + word.length;
  const endsWord = lines[behind] === ' ';
  if (at === 1 || lines[at - 2] === '\n') {
    if (endsWord && lines[behind + 1] === '\n') return 1;
    return endsWord ? 0.9 : 0.85;
  }
  return endsWord ? 0.75 : 0.6;
};
