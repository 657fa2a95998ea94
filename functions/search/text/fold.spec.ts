import { describe, expect, it } from 'vitest';
import { folded } from './fold.ts';
import { wordsOf } from './words.ts';

describe('what a reader takes for the same', () => {
  it.each([
    ['チェンソーマン', 'ちぇんそーまん'],
    ['チェンソーマン', 'ﾁｪﾝｿｰﾏﾝ'],
    ['ガンダム', 'ｶﾞﾝﾀﾞﾑ'],
    ['ガンダム', 'が\u3093だむ'],
    ['パパ', 'は\u309aハ\u309a'],
    ['ABC', 'ａｂｃ'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'CAFÉ'],
    ['Ｎ°５', 'n°5'],
    ['㈱', '(株)'],
    ['ΟΔΟΣ', 'οδος'],
    ['한글', '한글'.normalize('NFD')],
    ['🐶\ufe0f', '🐶'],
    ['a\u200bb', 'ab'],
  ])('is one: %s, %s', (one, other) => expect(folded(one).trim()).toBe(folded(other).trim()));

  it.each([
    ['ガンダム', 'カンタム'],
    ['ビール', 'ビル'],
    ['はは', 'ばば'],
    ['月', '日'],
    ['きょう', 'きよう'],
  ])('is not the same: %s, %s', (one, other) => expect(folded(one)).not.toBe(folded(other)));

  it.each(['Ｃａｆé の チェンソー☆', '１２３・ｱｲｳ', 'İstanbul', 'ｶﾞﾞ'])('is the same once folded: %s', (text) =>
    expect(folded(folded(text))).toBe(folded(text)));
});

describe('the words of a query', () => {
  it.each([
    ['moon library', ['moon', 'library']],
    ['　月　図書館　', ['月', '図書館']],
    ['SPY×FAMILY!!', ['spy', 'family']],
    ['moon Moon ＭＯＯＮ', ['moon']],
    ['アキ・ハヤカワ', ['アキ', 'ハヤカワ']],
    ['第1巻', ['第', '1', '巻']],
    ['ー', ['ー']],
    ['🐶☆', ['🐶☆']],
    ['。、！？・…', []],
    ['\u200b', []],
  ])('%s: %j', (query, words) => expect(wordsOf(query)).toEqual(words));
});
