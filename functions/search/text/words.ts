import { folded } from './fold.ts';

/** Scripts that write without blanks, and symbols: a word may begin at each of their characters. */
const UNPARTED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{So}';
const RUN = new RegExp(`[${UNPARTED}]+|[^ ${UNPARTED}]+`, 'gu');
const BEGINS_UNPARTED = new RegExp(`^[${UNPARTED}]`, 'u');

/** Whether a folded word may be found inside of others; words of other scripts are found at the beginning of words only. */
export const isUnparted = (word: string): boolean => BEGINS_UNPARTED.test(word);

/**
 * A text as its folded words, parted by one blank: also where the script changes, so that `チェンソーマン1` and `チェンソーマン 1` are the
 * same two words.
 */
export const inWords = (text: string): string => (folded(text).match(RUN) ?? []).join(' ');

/** A word of a query and the piece of text that shows where it occurs. */
export interface Sought {
  word: string;
  /** The word, with a blank before it when it must begin a word. */
  piece: string;
}
export const soughtOf = (word: string): Sought => ({ word, piece: isUnparted(word) ? word : ` ${word}` });

/** What somebody asks for, each word once. */
export const wordsOf = (query: string): readonly string[] => [
  ...new Set(
    inWords(query)
      .split(' ')
      .filter((word) => word !== ''),
  ),
];

/** Where a word begins in words with a blank before and behind them, from a place on; -1 when it is not there. */
export const placeOf = (words: string, { word, piece }: Sought, from = 0): number => {
  // The blank that must come before may lie before the place.
  const at = words.indexOf(piece, Math.max(0, from - piece.length + word.length));
  return at < 0 ? -1 : at + piece.length - word.length;
};
