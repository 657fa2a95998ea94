import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { CategoryId, type OrderId, ProductId } from '../../events/ids.ts';
import { yen } from '../../events/money.ts';
import { streamName } from '../../events/stream-name.ts';
import type { CommandContext } from '../platform/command-context.ts';
import { commandLoop } from '../platform/command-loop.ts';
import { fold } from '../platform/decider.ts';
import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import { from } from '../platform/source.ts';
import { adjustStock } from './commands/adjust-stock/adjust-stock.ts';
import { changeCategory } from './commands/change-category/change-category.ts';
import { changeProduct } from './commands/change-product/change-product.ts';
import type { ChangeProductRequest } from './commands/change-product/request.ts';
import { createCategory } from './commands/create-category/create-category.ts';
import { createProduct } from './commands/create-product/create-product.ts';
import { deleteCategory } from './commands/delete-category/delete-category.ts';
import { withdrawProduct } from './commands/withdraw-product/withdraw-product.ts';
import { type CategoryEvent, categoryTree, TREE } from './domain/category/category-tree.ts';
import { decideReserve } from './domain/stock/decide-order-stock.ts';
import { orderId, otherOrderId } from './domain/stock/phrases.ts';
import { type StockEvent, stock } from './domain/stock/stock.ts';

const context = (): CommandContext => ({
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator', id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
});
const pens = { name: 'Pens', description: 'Blue', price: yen(300), alertLevel: 0, images: [] };

/** A shop over an empty store; each command runs in an instance of its own, as on two machines. */
const shop = () => {
  const store = inMemoryEventStore();
  const decide = () => commandLoop(store);
  const accepted = <Answer>(outcome: { outcome: string; answer?: Answer }): Answer => {
    if (outcome.outcome !== 'accepted' || outcome.answer === undefined) throw new Error(outcome.outcome);
    return outcome.answer;
  };
  const newCategoryId = () => CategoryId.parse(uuid());
  const newProductId = () => ProductId.parse(uuid());
  return {
    category: async (parentId: CategoryId | null = null) =>
      accepted(await createCategory({ newCategoryId, decide: decide() })({ name: 'c', parentId }, context()))
        .categoryId,
    move: (id: CategoryId, parentId: CategoryId) => changeCategory({ decide: decide() })(id, { parentId }, context()),
    drop: (id: CategoryId) => deleteCategory({ decide: decide() })(id, context()),
    create: (categoryId: CategoryId) =>
      createProduct({ newProductId, decide: decide() })({ ...pens, categoryId }, context()),
    product: async (categoryId: CategoryId) =>
      accepted(await createProduct({ newProductId, decide: decide() })({ ...pens, categoryId }, context())).productId,
    change: (id: ProductId, changes: ChangeProductRequest) =>
      changeProduct({ decide: decide() })(id, changes, context()),
    withdraw: (id: ProductId) => withdrawProduct({ decide: decide() })(id, context()),
    adjust: (id: ProductId, change: number) =>
      adjustStock({ decide: decide() })(id, { change, reason: 'count' }, context()),
    reserve: (ids: readonly ProductId[], quantity: number, of: OrderId) => {
      const lines = ids.map((productId) => ({ productId, name: 'Pens', quantity }));
      const sources = { stocks: ids.map((id) => from('stock', id, stock)) };
      return decide()(context(), sources, ({ stocks }) => {
        const decision = decideReserve(lines, stocks, of);
        return decision.outcome === 'rejected'
          ? decision
          : { outcome: 'accepted', events: { stocks: decision.events }, answer: undefined };
      });
    },
    tree: async () =>
      fold(categoryTree, (await store.read(streamName('shop-category', TREE))).events as readonly CategoryEvent[]),
    stock: async (id: ProductId) =>
      fold(stock, (await store.read(streamName('stock', id))).events as readonly StockEvent[]),
    told: async (id: ProductId) => (await store.read(streamName('product', id))).events.map(({ type }) => type),
  };
};
const outcomes = (all: readonly { outcome: string; reason?: string }[]) =>
  all.map(({ outcome, reason }) => reason ?? outcome).toSorted();

describe('two librarians at the same moment', () => {
  it('never leave a product in a category that is gone', async () => {
    const { category, create, drop, tree } = shop();
    const categoryId = await category();
    const race = outcomes(await Promise.all([create(categoryId), drop(categoryId)]));
    expect([
      ['accepted', 'category-not-empty'],
      ['accepted', 'not-found'],
    ]).toContainEqual(race);
    const left = (await tree()).categories.get(categoryId);
    expect(left?.products ?? 'gone').toBe(race.includes('not-found') ? 'gone' : 1);
  });

  it('never leave a category below one that is gone', async () => {
    const { category, move, drop, tree } = shop();
    const [parent, child] = [await category(), await category()];
    const race = outcomes(await Promise.all([move(child, parent), drop(parent)]));
    expect([
      ['accepted', 'category-not-empty'],
      ['accepted', 'not-found'],
    ]).toContainEqual(race);
    const { categories } = await tree();
    const above = categories.get(child)?.parentId ?? null;
    expect(above === null || categories.has(above)).toBe(true);
  });

  it('never put each of two categories below the other', async () => {
    const { category, move } = shop();
    const [one, other] = [await category(), await category()];
    expect(outcomes(await Promise.all([move(one, other), move(other, one)]))).toEqual(['accepted', 'below-itself']);
  });

  it('count a product once, wherever both move it', async () => {
    const { category, product, change, tree } = shop();
    const [from, one, other] = [await category(), await category(), await category()];
    const productId = await product(from);
    await Promise.all([change(productId, { categoryId: one }), change(productId, { categoryId: other })]);
    const counts = [from, one, other].map(async (id) => (await tree()).categories.get(id)?.products);
    expect((await Promise.all(counts)).toSorted()).toEqual([0, 0, 1]);
  });

  it('withdraw a product once', async () => {
    const { category, product, withdraw, told, tree } = shop();
    const categoryId = await category();
    const productId = await product(categoryId);
    expect(outcomes(await Promise.all([withdraw(productId), withdraw(productId)]))).toEqual(['accepted', 'not-found']);
    expect(await told(productId)).toEqual(['shop.product-created', 'shop.product-withdrawn']);
    expect((await tree()).categories.get(categoryId)?.products).toBe(0);
  });
});

describe('the last pieces', () => {
  it('go to one of two orders, all of them or none', async () => {
    const { category, product, adjust, reserve, stock: stockOf } = shop();
    const categoryId = await category();
    const ids = [await product(categoryId), await product(categoryId)];
    for (const id of ids) await adjust(id, 3);
    const race = await Promise.all([reserve(ids, 2, orderId), reserve(ids.toReversed(), 2, otherOrderId)]);
    expect(outcomes(race)).toEqual(['accepted', 'insufficient-stock']);
    for (const id of ids) expect(await stockOf(id)).toMatchObject({ free: 1 });
  });

  it('are not counted out while an order takes them', async () => {
    const { category, product, adjust, reserve, stock: stockOf } = shop();
    const productId = await product(await category());
    await adjust(productId, 3);
    const race = await Promise.all([adjust(productId, -3), reserve([productId], 1, orderId)]);
    expect(outcomes(race)).toEqual(['accepted', 'insufficient-stock']);
    expect((await stockOf(productId)).free).toBeGreaterThanOrEqual(0);
  });
});

describe('a product', () => {
  it('that is withdrawn has no stock to count', async () => {
    const { category, product, withdraw, adjust } = shop();
    const productId = await product(await category());
    await withdraw(productId);
    expect(await adjust(productId, 1)).toEqual({ outcome: 'rejected', reason: 'not-found' });
  });

  it('tells its stock whatever of it is changed', async () => {
    const { category, product, adjust, change } = shop();
    const productId = await product(await category());
    await adjust(productId, 4);
    expect(await change(productId, { alertLevel: 9, name: 'Ink' })).toMatchObject({
      answer: { name: 'Ink', stock: 4, alertLevel: 9, price: yen(300) },
    });
  });
});
