import { folded } from './fold.ts';
import { inWords, isUnparted, placeOf, type Sought } from './words.ts';

/** Characters, as readers count them, that a snippet shows, and how many of them before the first match. */
const LONGEST = 120;
const BEFORE = 30;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const charactersOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text.replace(/\s+/gu, ' ').trim()), ({ segment }) => segment);

/** A text in words, as it is searched, and for each place in it the character that it comes from. */
const mapped = (characters: readonly string[]): { words: string; origins: readonly number[] } => {
  let words = ' ';
  const origins = [0];
  const add = (piece: string, index: number) => {
    words += piece;
    for (let unit = 0; unit < piece.length; unit++) origins.push(index);
  };
  let wasUnparted = false;
  for (const [index, character] of characters.entries()) {
    const piece = inWords(character);
    const isParted = piece === '' ? folded(character) === ' ' : isUnparted(piece) !== wasUnparted;
    if (isParted && !words.endsWith(' ')) add(' ', index);
    if (piece === '') continue;
    wasUnparted = isUnparted(Array.from(piece).at(-1) ?? '');
    add(piece, index);
  }
  add(' ', characters.length);
  return { words, origins };
};

/** The part of a text around the first of the words in it, as it was written. How many of the words it has tells `found`. */
export const snippetOf = (text: string, words: readonly Sought[]): { snippet: string; found: number } => {
  const characters = charactersOf(text);
  const { words: all, origins } = mapped(characters);
  const places = words.map((word) => placeOf(all, word)).filter((at) => at >= 0);
  const first = places.length > 0 ? (origins[Math.min(...places)] ?? 0) : 0;
  const latest = Math.max(0, characters.length - LONGEST);
  const begin = Math.min(Math.max(0, first - BEFORE), latest);
  const end = Math.min(characters.length, begin + LONGEST);
  const shown = characters.slice(begin, end).join('').trim();
  return {
    snippet: `${begin > 0 ? '…' : ''}${shown}${end < characters.length ? '…' : ''}`,
    found: places.length,
  };
};

/** The snippet of the text that has most of the words, the earliest of several; the first text when none has any. */
export const bestSnippet = (texts: readonly string[], words: readonly Sought[]): string => {
  const snippets = texts.map((text) => snippetOf(text, words));
  const most = Math.max(0, ...snippets.map(({ found }) => found));
  return snippets.find(({ found }) => found === most)?.snippet ?? '';
};
