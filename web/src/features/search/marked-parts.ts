/** A piece of a text, and whether it is what was looked for. */
export interface Part {
  text: string;
  isHit: boolean;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const LATIN_DIACRITICS = /[\u0300-\u036f]/g;
const HIRAGANA = /[\u3041-\u3096]/g;
const HIRAGANA_TO_KATAKANA = 0x60;

/** Case, width, kana and Latin diacritics make no difference to a search, so they make none to what is marked. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(LATIN_DIACRITICS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + HIRAGANA_TO_KATAKANA));

const JAPANESE = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}';
/** Punctuation parts words, and so does a change from Japanese to another script. */
const WORD = new RegExp(`[${JAPANESE}]+|[^${JAPANESE}]+`, 'gu');
const wordsOf = (question: string): readonly string[] =>
  folded(question)
    .split(/[^\p{L}\p{M}\p{N}\p{So}]+/u)
    .flatMap((piece) => piece.match(WORD) ?? []);

/** The folded text, and for each of its code units the letter of the original it comes from. */
const foldedByLetter = (originals: readonly string[]) => {
  const pieces = originals.map(folded);
  return {
    text: pieces.join(''),
    letterAt: pieces.flatMap((piece, letter) => Array<number>(piece.length).fill(letter)),
  };
};

/** Which letters belong to a place where one of the words stands. */
const hitsIn = (originals: readonly string[], words: readonly string[]): ReadonlySet<number> => {
  const { text, letterAt } = foldedByLetter(originals);
  const hits = new Set<number>();
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      for (const letter of letterAt.slice(at, at + word.length)) hits.add(letter);
  return hits;
};

/** Cuts a text where the words of a question stand in it. The parts joined are the text as it was. */
export const markedParts = (text: string, question: string): readonly Part[] => {
  const originals = Array.from(letters.segment(text), ({ segment }) => segment);
  const hits = hitsIn(originals, wordsOf(question));
  return originals.reduce<Part[]>((parts, letter, index) => {
    const isHit = hits.has(index);
    const last = parts.at(-1);
    if (last?.isHit === isHit) last.text += letter;
    else parts.push({ text: letter, isHit });
    return parts;
  }, []);
};
