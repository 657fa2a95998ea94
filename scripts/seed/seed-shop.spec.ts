import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { pictureSvg } from './pictures.ts';
import { seedShop } from './seed-shop.ts';
import { categories, products } from './shop.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString() || '{}');
};

interface Kept {
  name: string;
  id: string;
  above: unknown;
}

/** A shop without rules; `stumble` may answer a request instead of it. */
const shopServer = async (stumble: (path: string) => number | undefined = () => undefined) => {
  const kept = { categories: [] as Kept[], products: [] as Kept[], stock: new Map<string, number>() };
  const below = (parentId: unknown): unknown[] =>
    kept.categories
      .filter(({ above }) => above === parentId)
      .map(({ id, name }) => ({ categoryId: id, name, children: below(id) }));
  const put = (path: string, body: Record<string, unknown>): [number, unknown] => {
    const productId = /^\/api\/products\/(.+)\/stock$/.exec(path)?.[1];
    if (productId !== undefined) {
      kept.stock.set(productId, (kept.stock.get(productId) ?? 0) + Number(body.change));
      return [200, { stock: kept.stock.get(productId) }];
    }
    const isCategory = path === '/api/categories';
    const list = isCategory ? kept.categories : kept.products;
    const id = `${isCategory ? 'c' : 'p'}${list.length + 1}`;
    list.push({ name: String(body.name), id, above: (isCategory ? body.parentId : body.categoryId) ?? null });
    return [201, isCategory ? { ...body, categoryId: id } : { ...body, productId: id }];
  };
  const get = (path: string): [number, unknown] => {
    if (path === '/api/categories') return [200, { items: below(null) }];
    const productId = /^\/api\/products\/(.+)\/stock-history$/.exec(path)?.[1];
    if (productId !== undefined) return [200, { items: kept.stock.has(productId) ? [{}] : [] }];
    return [200, { items: kept.products.map(({ id, name }) => ({ productId: id, name })), nextCursor: null }];
  };
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://shop');
    const stumbled = stumble(pathname);
    const answer: [number, unknown] =
      stumbled !== undefined
        ? [stumbled, { status: stumbled, code: 'forbidden' }]
        : request.method === 'POST'
          ? put(pathname, await bodyOf(request))
          : get(pathname);
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { options: { url: `http://127.0.0.1:${port}`, accessToken: 'token' }, kept };
};

describe('seeding the shop', () => {
  it('creates every category below its parent and every product with its first stock', async () => {
    const { options, kept } = await shopServer();
    expect(await seedShop(options)).toEqual({ categories: categories.length, products: products.length });
    expect(kept.categories.map(({ name }) => name)).toEqual(categories.map(({ name }) => name));
    expect(kept.categories.map(({ above }) => above)).toEqual([null, 'c1', null]);
    expect([...kept.stock.values()]).toEqual(products.map(({ stock }) => stock));
  });

  it('changes nothing when it is repeated', async () => {
    const { options, kept } = await shopServer();
    await seedShop(options);
    const before = structuredClone(kept);
    await seedShop(options);
    expect(kept).toEqual(before);
  });

  it('gives a product its first stock when an earlier run broke off before it', async () => {
    let isBroken = true;
    const { options, kept } = await shopServer((path) => (isBroken && path.endsWith('/p3/stock') ? 403 : undefined));
    await expect(seedShop(options)).rejects.toThrow('was answered with 403');
    isBroken = false;
    await seedShop(options);
    expect(kept.products).toHaveLength(products.length);
    expect([...kept.stock.values()].toSorted()).toEqual(products.map(({ stock }) => stock).toSorted());
  });
});

describe('the picture of a product', () => {
  it('is its own, the same every time, and small', () => {
    const drawn = products.map(pictureSvg);
    expect(new Set(drawn).size).toBe(products.length);
    expect(products.map(pictureSvg)).toEqual(drawn);
    for (const svg of drawn) expect(Buffer.byteLength(svg)).toBeLessThan(5_000);
  });
});
