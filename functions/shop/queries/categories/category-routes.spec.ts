import { describe, expect, it } from 'vitest';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { tokenOf } from '../../../platform/http/consistency-token.ts';
import { request } from '../../../platform/http/phrases.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { categories } from '../../projections/categories/project.ts';
import { categoryRoutes } from './category-routes.ts';

const TREE = 'main#shop-category#tree';
const told = (version: number, what: string, categoryId: string, more: object = {}) =>
  recorded(`shop.category-${what}`, TREE, version, { categoryId, ...more });
const created = (version: number, categoryId: string, parentId: string | null = null) =>
  told(version, 'created', categoryId, { name: categoryId, parentId });
const leaf = (name: string, parentId: string | null) => ({ categoryId: name, name, parentId, children: [] });

const treeAfter = async (...events: readonly ReturnType<typeof recorded>[]) => {
  const view = inMemoryViewStore();
  const apply = rowPerStream(categories, view, inMemoryEventStore());
  for (const event of events) await apply(event);
  const ask = (headers: Record<string, string> = {}) =>
    categoryRoutes(view)['GET /api/categories'](request('/api/categories', { headers }));
  return { ask, items: async () => JSON.parse((await ask()).body ?? '').items };
};

describe('the tree of categories', () => {
  it('is empty before there is any', async () => expect(await (await treeAfter()).items()).toEqual([]));

  it('is by name on each level, whatever came first', async () => {
    const { items } = await treeAfter(created(1, 'b'), created(2, 'd', 'b'), created(3, 'c', 'b'), created(4, 'a'));
    expect(await items()).toEqual([
      leaf('a', null),
      { ...leaf('b', null), children: [leaf('c', 'b'), leaf('d', 'b')] },
    ]);
  });

  it('follows what is renamed, moved and deleted, and drops what it has seen', async () => {
    const [one, other, moved] = [
      created(1, 'b'),
      created(2, 'a'),
      told(3, 'changed', 'b', { name: 'B', parentId: 'a' }),
    ];
    const shown = [{ ...leaf('a', null), children: [{ ...leaf('b', 'a'), name: 'B' }] }];
    expect(await (await treeAfter(one, other, moved)).items()).toEqual(shown);
    expect(await (await treeAfter(one, one, other, moved, other, moved)).items()).toEqual(shown);
    expect(await (await treeAfter(one, other, moved, told(4, 'deleted', 'b'))).items()).toEqual([leaf('a', null)]);
  });

  it('is waited for by whoever has seen more, also of products that came', async () => {
    const { ask } = await treeAfter(created(1, 'a'), told(2, 'grew', 'a', { productId: 'p' }));
    const seen = (version: number) => ({ 'x-consistency-token': tokenOf({ [TREE]: version }) });
    expect(await ask(seen(2))).toMatchObject({ statusCode: 200 });
    await expect(ask(seen(3))).rejects.toMatchObject({ problem: { status: 503 } });
  });
});
