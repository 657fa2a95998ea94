import { describe, expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

const marked = (text: string, question: string): string =>
  markedParts(text, question)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

describe('what was found is marked', () => {
  it('every time it stands in the text, whatever its case', () =>
    expect(marked('Cloud over cloud', 'CLOUD')).toBe('[Cloud] over [cloud]'));

  it('for each of several words', () =>
    expect(marked('The cloud library', 'library  the')).toBe('[The] cloud [library]'));

  it('whether it was written in katakana, hiragana or half-width kana', () => {
    for (const question of ['チェンソー', 'ちぇんそー', 'ﾁｪﾝｿｰ'])
      expect(marked('新チェンソーの本', question)).toBe('新[チェンソー]の本');
    expect(marked('ﾊﾞﾗの本', 'バラ')).toBe('[ﾊﾞﾗ]の本');
  });

  it('with and without the marks on Latin letters', () => {
    expect(marked('Café', 'cafe')).toBe('[Café]');
    expect(marked('cafe\u0301 au lait', 'CAFÉ')).toBe('[cafe\u0301] au lait');
  });

  it('in parts, where a word changes from Japanese to another script or is parted by a stop', () => {
    expect(marked('雲 1', '雲1')).toBe('[雲] [1]');
    expect(marked('card and game', 'card-game!')).toBe('[card] and [game]');
  });

  it('as a whole letter when a part of it was asked for', () => expect(marked('㍻の本', '平')).toBe('[㍻]の本'));

  it('and nothing is, where nothing stands', () => {
    expect(marked('雲', '海')).toBe('雲');
    expect(marked('雲', '  ')).toBe('雲');
    expect(marked('', '海')).toBe('');
  });

  it('and tags stay text, joined as they were', () => {
    const text = '<img src=x onerror=alert(1)> & 😀';
    expect(
      markedParts(text, 'src 😀')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
