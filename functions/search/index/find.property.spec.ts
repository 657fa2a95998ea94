import { describe, expect, it } from 'vitest';
import { type SearchDocument, searchKinds } from '../projections/search-index/view.ts';
import { folded } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { documentsInMemory } from './documents.ts';
import { find } from './find.ts';

/** Few letters, so that words meet often: Latin, kana in each of its forms, kanji, a symbol, punctuation. */
const LETTERS = [...'abé月夜あアｱーがｶﾞ☆1 　・-Ａ'];

const randomOf = (seed: number) => {
  let state = seed;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const text = (longest: number): string =>
    Array.from({ length: 1 + below(longest) }, () => LETTERS[below(LETTERS.length)] ?? '').join('');
  return { below, text };
};

const documentOf = ({ below, text }: ReturnType<typeof randomOf>, index: number): SearchDocument => {
  const isPart = index % 4 !== 0;
  return {
    kind: isPart ? 'volume' : 'series',
    id: `d${index}`,
    title: text(6),
    alsoTitled: below(2) === 0 ? [text(4)] : [],
    people: isPart ? [] : [text(4)],
    ...(below(2) === 0 && { text: text(30) }),
    ...(isPart && { partOf: `d${index - (index % 4)}`, place: index % 4 }),
  };
};

/** What the contract says, without any thought of speed: every word is in some field, at the beginning of a word unless its script has none. */
const holds = (document: SearchDocument, all: readonly SearchDocument[], query: string): boolean => {
  const whole = all.find(({ id }) => id === document.partOf);
  const fields = [document, ...(whole ? [whole] : [])].flatMap(({ title, alsoTitled, people }) => [
    title,
    ...alsoTitled,
    ...people,
  ]);
  const isIn = (field: string, word: string): boolean => {
    const line = folded(field);
    if (!/^[a-z0-9é]/u.test(word)) return line.includes(word);
    return [...line.matchAll(/[a-z0-9]+/gu)].some(([one]) => one.startsWith(word));
  };
  return wordsOf(query).every((word) => [...fields, document.text ?? ''].some((field) => isIn(field, word)));
};

describe.each([1, 2, 3, 4, 5])('whatever the library holds and whoever asks (%i)', (seed) => {
  const random = randomOf(seed);
  const documents = Array.from({ length: 120 }, (_, index) => documentOf(random, index));
  const held = documentsInMemory();
  held.replace('a', documents.slice(0, 50));
  held.replace('b', documents.slice(50));
  const queries = Array.from({ length: 60 }, () => random.text(4)).filter((query) => wordsOf(query).length > 0);
  const found = (query: string, limit = 100) => find(held, { query, kinds: searchKinds, limit });

  it.each(queries)('finds exactly what has every word: %j', (query) => {
    const expected = documents.filter((document) => holds(document, documents, query));
    const { items, total } = found(query, 200);
    expect(items.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(total).toBe(expected.length);
  });

  it('puts the best first and every page where the last one ended', () => {
    for (const query of queries) {
      const whole = found(query, 200).items;
      expect(whole.map(({ score }) => score)).toEqual(whole.map(({ score }) => score).toSorted((a, b) => b - a));
      const pages: string[] = [];
      let after: ReturnType<typeof found>['next'];
      do {
        const page = find(held, { query, kinds: searchKinds, limit: 7, after });
        pages.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after);
      expect(pages).toEqual(whole.map(({ id }) => id));
    }
  });

  it('shows a snippet that has one of the words in it, and every score is above 0 and at most 1', () => {
    for (const query of queries)
      for (const { snippet, score } of found(query).items) {
        expect(
          wordsOf(query).some((word) => folded(snippet).includes(word)),
          `${query} in ${snippet}`,
        ).toBe(true);
        expect(score > 0 && score <= 1).toBe(true);
      }
  });
});
