import { describe, expect, it } from 'vitest';
import { tokenOf } from '../../../platform/http/consistency-token.ts';
import { categoryTold, productTold, shopAfter, stockTold } from './phrases.ts';

const LIST = 'GET /api/products';
const ONE = 'GET /api/products/{productId}';
const HISTORY = 'GET /api/products/{productId}/stock-history';
const LOW = 'GET /api/products/low-stock';
const opened = stockTold('a', 1, 'stock-opened', { alertLevel: 2 });
const counted = (version: number, change: number, stock: number) =>
  stockTold('a', version, 'stock-adjusted', { change, stock, reason: 'count' });
const ofOrder = (version: number, what: string, quantity: number, stock: number) =>
  stockTold('a', version, what, { orderId: 'o1', quantity, stock });
const anyone = (of: typeof LIST, query: Record<string, string> = {}) => ({ of, query });

describe('a product and its stock', () => {
  it('are one, whichever was told first and however often', async () => {
    const created = productTold('a');
    for (const told of [
      [created, opened, counted(2, 5, 5)],
      [opened, counted(2, 5, 5), created],
      [opened, opened, created, counted(2, 5, 5), created, opened],
    ]) {
      const { read } = await shopAfter(...told);
      expect(await read({ of: ONE, params: { productId: 'a' } })).toMatchObject({ stock: 5, alertLevel: 2 });
    }
  });

  it('show the price of now', async () => {
    const price = { amount: 250, currency: 'JPY' };
    const { read } = await shopAfter(productTold('a'), opened, productTold('a', { price }, 2, 'shop.product-changed'));
    expect(await read({ of: ONE, params: { productId: 'a' } })).toMatchObject({ price });
  });

  it('are gone once it was withdrawn, also when its stock is told later', async () => {
    const gone = productTold('a', {}, 2, 'shop.product-withdrawn');
    const { ask, read } = await shopAfter(productTold('a'), opened, gone, ofOrder(2, 'stock-released', 3, 8));
    await expect(ask({ of: ONE, params: { productId: 'a' } })).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await read(anyone(LIST))).toEqual({ items: [], nextCursor: null });
  });

  it('are waited for by whoever has seen more of either', async () => {
    const { ask } = await shopAfter(productTold('a'), opened, categoryTold(1, 'paper'));
    const seen = (stream: string, version: number) => ({
      ...anyone(LIST),
      headers: { 'x-consistency-token': tokenOf({ [stream]: version }) },
    });
    for (const stream of ['main#product#a', 'main#stock#a', 'main#shop-category#tree']) {
      expect(await ask(seen(stream, 1))).toMatchObject({ statusCode: 200 });
      await expect(ask(seen(stream, 2))).rejects.toMatchObject({ problem: { status: 503 } });
    }
  }, 20_000);
});

describe('lists of products', () => {
  it('take no cursor that was made up', async () => {
    const { ask, read } = await shopAfter(productTold('a'), productTold('b'));
    const { nextCursor } = await read(anyone(LIST, { limit: '1', sort: 'price', minPrice: '300' }));
    const { of } = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
    for (const priceKey of [7, 'x', '000000300', '000000299\u0001a', `\ud800\u0001a`]) {
      const cursor = Buffer.from(JSON.stringify({ of, at: { priceKey } })).toString('base64url');
      await expect(ask(anyone(LIST, { limit: '1', sort: 'price', minPrice: '300', cursor }))).rejects.toMatchObject({
        problem: { status: 400 },
      });
    }
  });
});

describe('the history of a stock', () => {
  it('says every change of what is free, also by orders, newest first', async () => {
    const { read } = await shopAfter(
      productTold('a'),
      opened,
      counted(2, 10, 10),
      ofOrder(3, 'stock-reserved', 4, 6),
      ofOrder(4, 'stock-committed', 4, 6),
      ofOrder(5, 'stock-returned', 4, 10),
      ofOrder(6, 'stock-reserved', 9, 1),
      stockTold('a', 7, 'stock-ran-low', { name: 'Pens', stock: 1, alertLevel: 2 }),
      ofOrder(8, 'stock-released', 9, 10),
    );
    const { items } = await read({ of: HISTORY, params: { productId: 'a' } });
    expect(items.map((item: Record<string, unknown>) => [item.change, item.stock, item.reason, item.orderId])).toEqual([
      [9, 10, 'released', 'o1'],
      [-9, 1, 'reserved', 'o1'],
      [4, 10, 'returned', 'o1'],
      [-4, 6, 'reserved', 'o1'],
      [10, 10, 'count', undefined],
    ]);
  });
});

describe('low stock', () => {
  it('is what is at or below its level, as long as it is', async () => {
    const { read, apply } = await shopAfter(productTold('a'), opened, counted(2, 3, 3));
    const low = async () => (await read({ of: LOW })).items.length;
    expect(await low()).toBe(0);
    await apply(counted(3, -1, 2));
    expect(await low()).toBe(1);
    await apply(stockTold('a', 4, 'alert-level-set', { alertLevel: 1 }));
    expect(await low()).toBe(0);
  });
});
