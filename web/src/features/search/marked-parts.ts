/** A piece of a text, and whether it is what was looked for. */
export interface Part {
  text: string;
  isHit: boolean;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Case, width and kana make no difference to a search, so they make none to what is marked. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

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
  const words = folded(question)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hits = hitsIn(originals, words);
  return originals.reduce<Part[]>((parts, letter, index) => {
    const isHit = hits.has(index);
    const last = parts.at(-1);
    if (last?.isHit === isHit) last.text += letter;
    else parts.push({ text: letter, isHit });
    return parts;
  }, []);
};
