import { describe, expect, it } from 'vitest';
import { searchAfter, seriesTold, volumeTold } from '../phrases.ts';

const shelf = () =>
  searchAfter(
    seriesTold('c', { title: 'チェンソーマン', titleEn: 'Chainsaw Man', author: '藤本タツキ' }),
    volumeTold('c', 1, {
      title: 'チェンソーマン 1',
      subtitle: '犬とチェンソー',
      summary: 'デンジは悪魔の心臓を持つ少年。',
    }),
    volumeTold('c', 2, { title: 'チェンソーマン 2', summary: 'A girl called Power, and her cat.' }),
    volumeTold('c', 10, { title: 'チェンソーマン 10' }),
    seriesTold('m', { title: '月の図書館', titleEn: 'The Moon Library', author: 'Chen Sora' }),
    volumeTold('m', 1, { title: '月の図書館 1', summary: 'Someone buys a chainsaw. 🐶' }),
    seriesTold('b', { title: 'ビール', titleEn: 'Café Noir ☆', author: '月野 花' }),
  );

describe('a search', () => {
  it.each([
    'チェンソー',
    'ちぇんそー',
    'ﾁｪﾝｿｰ',
    'チェンソーマン',
    'chainsaw man',
    'ＣＨＡＩＮＳＡＷ　ｍａｎ',
    '藤本',
    'ふじ 藤本タツキ'.slice(3),
  ])('finds a series and its volumes by %s', async (q) =>
    expect((await (await shelf()).ids(q)).slice(0, 4)).toEqual(['c', 'c-1', 'c-2', 'c-10']));

  it.each([
    ['悪魔', ['c-1']],
    ['power', ['c-2']],
    ['pow', ['c-2']],
    ['ower', []],
    ['cat', ['c-2']],
    ['power chainsaw', ['c-2']],
    ['power 悪魔', []],
    ['チェンソーマン 1', ['c-1', 'c-10']],
    ['チェンソーマン1', ['c-1', 'c-10']],
    ['1チェンソーマン', ['c-1', 'c-10']],
    ['ビル', []],
    ['cafe', ['b']],
    ['CAFÉ', ['b']],
    ['☆', ['b']],
    ['🐶', ['m-1']],
    ['🐱', []],
    ['!?', []],
    ['・', []],
    ['ー', ['b', 'c', 'c-1', 'c-2', 'c-10']],
    ['%', []],
    ['.*', []],
    ['x'.repeat(200), []],
  ])('finds for %s exactly %j', async (q, found) => {
    const { search } = await shelf();
    const { items, total } = await search(q);
    expect(items.map(({ id }) => id).toSorted()).toEqual(found.toSorted());
    expect(total).toBe(found.length);
  });

  it('puts titles before people and people before text', async () => {
    const { ids } = await searchAfter(
      seriesTold('t', { title: 'x 月夜 x' }),
      seriesTold('p', { author: '月夜' }),
      seriesTold('s'),
      volumeTold('s', 1, { summary: '月夜' }),
    );
    expect(await ids('月夜')).toEqual(['t', 'p', 's-1']);
  });

  it('puts what is exactly so first, then what begins so, then what has it inside', async () => {
    const { ids } = await searchAfter(
      seriesTold('i', { title: '満月夜' }),
      seriesTold('w', { title: '花 月夜' }),
      seriesTold('p', { title: '月夜の花' }),
      seriesTold('e', { title: '月夜' }),
    );
    expect(await ids('月夜')).toEqual(['e', 'p', 'w', 'i']);
  });

  it('puts words in one piece before the same words apart', async () => {
    const { ids } = await searchAfter(
      seriesTold('a', { title: 'Library of the Moon' }),
      seriesTold('o', { title: 'Moon Library' }),
    );
    expect(await ids('moon library')).toEqual(['o', 'a']);
  });

  it('shows what matched, as it was written', async () => {
    const { search } = await shelf();
    const snippets = async (q: string) => (await search(q)).items.map(({ id, snippet }) => [id, snippet]);
    expect(await snippets('悪魔')).toEqual([['c-1', 'デンジは悪魔の心臓を持つ少年。']]);
    expect(await snippets('chainsaw')).toContainEqual(['c-10', 'Chainsaw Man']);
    expect(await snippets('fuji')).toEqual([]);
    expect(await snippets('タツキ')).toContainEqual(['c-2', '藤本タツキ']);
  });

  it('shows only the kinds that are asked for', async () => {
    const { ids } = await shelf();
    expect(await ids('chainsaw', { kind: 'series' })).toEqual(['c']);
    expect(await ids('chainsaw', { kind: 'product' })).toEqual([]);
    expect(await ids('chainsaw', { kind: 'volume,product' })).toEqual(['c-1', 'c-2', 'c-10', 'm-1']);
  });
});

describe('the pages of a search', () => {
  it('follow each other without gap or repeat, with the exact total, whatever their size', async () => {
    const { search } = await searchAfter(
      ...Array.from({ length: 25 }, (_, index) => seriesTold(`s${index}`, { title: index % 3 === 0 ? '月' : '花月' })),
    );
    const whole = (await search('月', { limit: '100' })).items.map(({ id }) => id);
    expect(new Set(whole).size).toBe(25);
    for (const limit of ['1', '7', '25']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await search('月', { limit, ...(cursor !== null && { cursor }) });
        expect(page.total).toBe(25);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(whole);
    }
    expect((await search('月')).items).toHaveLength(10);
  });

  it('go on where they were when something before them came or went', async () => {
    const { search, apply } = await searchAfter(seriesTold('b', { title: '月' }), seriesTold('d', { title: '月' }));
    const { nextCursor } = await search('月', { limit: '1' });
    await apply(seriesTold('a', { title: '月' }));
    expect((await search('月', { limit: '1', cursor: nextCursor ?? '' })).items).toMatchObject([{ id: 'd' }]);
  });
});
