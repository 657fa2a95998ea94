import { isParted } from './fold.ts';

/** A word to be looked for; words of parted scripts are found at the beginning of words only. */
export interface Sought {
  word: string;
  beginsWord: boolean;
}
export const soughtOf = (word: string): Sought => ({
  word,
  beginsWord: isParted(String.fromCodePoint(word.codePointAt(0) ?? 0)),
});

const isBoundary = (before: string): boolean => before === '' || before === ' ' || before === '\n';

/** Where a word occurs in a folded text from `from` on, -1 when it does not. */
export const occurrenceOf = (text: string, { word, beginsWord }: Sought, from = 0): number => {
  let at = text.indexOf(word, from);
  while (beginsWord && at > 0 && !isBoundary(text.charAt(at - 1)) && isParted(text.charAt(at - 1)))
    at = text.indexOf(word, at + 1);
  return at;
};

/** How well a word fits where it occurs: the whole field, its beginning, a whole word, the beginning of one, or inside. */
export const fitOf = (text: string, word: string, at: number): number => {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + word.length)];
  const [isFirst, isLast] = [before === '' || before === '\n', behind === '' || behind === '\n'];
  if (isFirst && isLast) return 1;
  const endsWord = isLast || behind === ' ';
  if (isFirst) return endsWord ? 0.9 : 0.85;
  if (isBoundary(before)) return endsWord ? 0.75 : 0.6;
  return 0.4;
};
