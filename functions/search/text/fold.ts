const DIACRITICS = /[\u0300-\u036f]/g;
/** Variation selectors, joiners and other characters that nobody sees. */
const INVISIBLE = /[\ufe00-\ufe0f\u200b-\u200d\u2060\ufeff]/g;
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
const HIRAGANA_TO_KATAKANA = 0x60;
/** What is neither letter nor digit nor a symbol of its own (☆, 🐶) parts words. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{So}]+/gu;

/**
 * One spelling for all that a reader takes for the same: width, case, kana and Latin diacritics do not count, punctuation is a
 * blank. `ﾁｪﾝｿｰ`, `ちぇんそー` and `チェンソー` are one word, `Café!` is `cafe`.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + HIRAGANA_TO_KATAKANA))
    .replace(BETWEEN_WORDS, ' ');
