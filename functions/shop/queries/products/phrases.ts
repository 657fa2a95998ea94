import { MemberId } from '../../../../events/ids.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { request } from '../../../platform/http/phrases.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { rowPerStream, severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { categories } from '../../projections/categories/project.ts';
import { products } from '../../projections/products/project.ts';
import { stockHistory } from '../../projections/stock-history/project.ts';
import { productRoutes } from './product-routes.ts';

/** Words of the shop's reads: what was told, and the reads of what follows from it. */
export const productTold = (productId: string, more: object = {}, version = 1, type = 'shop.product-created') =>
  recorded(type, `main#product#${productId}`, version, {
    productId,
    name: `Name of ${productId}`,
    description: 'Blue',
    categoryId: 'paper',
    price: { amount: 300, currency: 'JPY' },
    images: [],
    active: true,
    ...more,
  });
export const stockTold = (productId: string, version: number, what: string, more: object) =>
  recorded(`shop.${what}`, `main#stock#${productId}`, version, { productId, ...more });
export const categoryTold = (version: number, categoryId: string, parentId: string | null = null) =>
  recorded('shop.category-created', 'main#shop-category#tree', version, { categoryId, name: categoryId, parentId });

const librarian = { memberId: MemberId.parse('hana'), roles: ['librarian' as const] };

export const shopAfter = async (...told: readonly ReturnType<typeof recorded>[]) => {
  const views = { products: inMemoryViewStore(), categories: inMemoryViewStore(), history: inMemoryViewStore() };
  const store = inMemoryEventStore();
  const listeners = [
    severalRows(products, views.products, store),
    rowPerStream(categories, views.categories, store),
    severalRows(stockHistory, views.history, store),
  ];
  const apply = async (event: ReturnType<typeof recorded>) => {
    for (const listener of listeners) await listener(event);
  };
  for (const event of told) await apply(event);
  const routes = productRoutes(views);
  type Asked = Parameters<typeof request>[1] & { of: keyof typeof routes };
  const ask = ({ of, ...sent }: Asked) => routes[of]({ ...request(of.slice('GET '.length), sent), caller: librarian });
  const read = async (asked: Asked) => JSON.parse((await ask(asked)).body ?? '');
  return { views, apply, ask, read };
};
