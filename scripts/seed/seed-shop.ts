import * as z from 'zod';
import { create, idempotencyKey, type Library, read } from './library-api.ts';
import { picturePath } from './pictures.ts';
import { type SeedCategory, type SeedProduct, categories as seedCategories, products as seedProducts } from './shop.ts';

/** How many categories and products the shop has now because of this run or an earlier one. */
export interface ShopReport {
  categories: number;
  products: number;
}

export interface SeedShopOptions extends Library {
  /** What to sell; the whole seed of the shop when left out. */
  categories?: readonly SeedCategory[];
  products?: readonly SeedProduct[];
}

const Created = z.object({ categoryId: z.string().optional(), productId: z.string().optional() });
interface Node {
  categoryId: string;
  name: string;
  children: Node[];
}
const Node: z.ZodType<Node> = z.object({
  categoryId: z.string(),
  name: z.string(),
  children: z.lazy(() => z.array(Node)),
});
const Tree = z.object({ items: z.array(Node) });
const ProductPage = z.object({
  items: z.array(z.object({ productId: z.string(), name: z.string() })),
  nextCursor: z.string().nullable(),
});
const History = z.object({ items: z.array(z.unknown()) });

const named = (nodes: readonly Node[]): [string, string][] =>
  nodes.flatMap(({ categoryId, name, children }): [string, string][] => [[name, categoryId], ...named(children)]);

const productsByName = async (library: Library): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor === null ? {} : { cursor }) });
    const page: z.infer<typeof ProductPage> = await read(library, `/api/products?${query}`, ProductPage);
    for (const { name, productId } of page.items) found.set(name, productId);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
};

const send = async (library: Library, path: string, key: string, body: object) => {
  const answer = await create(library, path, idempotencyKey(key, body), body);
  if (answer.outcome === 'created') return Created.parse(answer.object);
  throw new Error(`POST ${path} was refused: ${answer.code}.`);
};

const putCategories = async (library: Library, wanted: readonly SeedCategory[]): Promise<Map<string, string>> => {
  const ids = new Map(named((await read(library, '/api/categories', Tree)).items));
  for (const { name, parent } of wanted) {
    if (ids.has(name)) continue;
    const body = { name, ...(parent !== undefined && { parentId: ids.get(parent) }) };
    const { categoryId = '' } = await send(library, '/api/categories', 'category', body);
    ids.set(name, categoryId);
  }
  return ids;
};

/** A product that is there and never had any stock was left behind by a run that broke off. */
const neverHadAny = async (library: Library, productId: string): Promise<boolean> =>
  (await read(library, `/api/products/${productId}/stock-history?limit=1`, History)).items.length === 0;

/**
 * Puts the first products into the shop through its public HTTP API, each with its first stock. Safe to repeat: categories and
 * products that are there already, by their names, stay as they are.
 */
export const seedShop = async (options: SeedShopOptions): Promise<ShopReport> => {
  const { url, accessToken, categories = seedCategories, products = seedProducts } = options;
  const library = { url, accessToken };
  const categoryIds = await putCategories(library, categories);
  const known = await productsByName(library);
  for (const { name, description, category, price, stock, alertLevel, slug } of products) {
    const before = known.get(name);
    if (before !== undefined && !(await neverHadAny(library, before))) continue;
    const body = {
      name,
      description,
      price,
      alertLevel,
      categoryId: categoryIds.get(category),
      images: [picturePath(slug)],
    };
    const productId = before ?? (await send(library, '/api/products', `product-${slug}`, body)).productId ?? '';
    const first = { change: stock, reason: 'First delivery 初回入荷' };
    await send(library, `/api/products/${productId}/stock`, `stock-${productId}`, first);
  }
  return { categories: categories.length, products: products.length };
};
