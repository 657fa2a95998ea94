import { folded } from './fold.ts';
import { occurrenceOf, type Sought } from './occurrence.ts';

/** Characters, as readers count them, that a snippet shows, and how many of them before the first match. */
const LONGEST = 120;
const BEFORE = 30;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const charactersOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text.replace(/\s+/gu, ' ').trim()), ({ segment }) => segment);

/** A text as it is searched, and for each place in it the character that it comes from. */
const mapped = (characters: readonly string[]): { line: string; origins: readonly number[] } => {
  let line = '';
  const origins: number[] = [];
  for (const [index, character] of characters.entries()) {
    const piece = folded(character);
    if (piece === ' ' && (line === '' || line.endsWith(' '))) continue;
    for (let unit = 0; unit < piece.length; unit++) origins.push(index);
    line += piece;
  }
  return { line, origins };
};

/** The part of a text around the first of the words in it, as it was written. How many of the words it has tells `found`. */
export const snippetOf = (text: string, words: readonly Sought[]): { snippet: string; found: number } => {
  const characters = charactersOf(text);
  const { line, origins } = mapped(characters);
  const places = words.map((word) => occurrenceOf(line, word)).filter((at) => at >= 0);
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
