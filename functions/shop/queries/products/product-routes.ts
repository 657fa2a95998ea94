import type * as z from 'zod';
import type { ProductId } from '../../../../events/ids.ts';
import { partsOf } from '../../../../events/stream-name.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { categoriesOf, treeRow } from '../../projections/categories/view.ts';
import { behind, lowStock, paddedPrice, productIn, productLists, productRow } from '../../projections/products/view.ts';
import { withDescendants } from '../../shown-category.ts';
import type { ShownProduct } from '../../shown-product.ts';
import {
  listProductsEndpoint,
  lowStockEndpoint,
  oneProductEndpoint,
  type ProductFilter,
  stockHistoryEndpoint,
} from './endpoints.ts';
import { type OrderedList, productPage } from './product-page.ts';
import { stockHistoryPage } from './stock-history-page.ts';

type Filter = z.infer<typeof ProductFilter>;
interface Views {
  products: ReadableView;
  categories: ReadableView;
  history: ReadableView;
}

/** Prices are bounds of their own index, and looked at row by row in the others. */
const listOf = ({ sort, order, minPrice, maxPrice }: Filter): OrderedList => ({
  ...productLists[sort],
  descending: (order ?? (sort === 'newest' ? 'desc' : 'asc')) === 'desc',
  ...(sort === 'price' && minPrice !== undefined && { from: paddedPrice(minPrice) }),
  ...(sort === 'price' && maxPrice !== undefined && { to: behind(paddedPrice(maxPrice)) }),
});

const matches = ({ name, description, price }: ShownProduct, { q, minPrice, maxPrice }: Filter): boolean =>
  price.amount >= (minPrice ?? 0) &&
  price.amount <= (maxPrice ?? price.amount) &&
  (!q || [name, description].some((text) => text.toLowerCase().includes(q)));

/** The reads of products: for anyone what is sold, for librarians also how much there is and was. */
export const productRoutes = ({ products, categories, history }: Views) => {
  const open = {
    watermark: () => ({
      categories: ['product', 'stock', 'shop-category'],
      position: async (stream: string) =>
        partsOf(stream).category === 'shop-category'
          ? (await categories.get(treeRow)).guard
          : products.position(stream),
    }),
  } as const;
  const find = async (productId: ProductId) => productIn((await products.get(productRow(productId))).row);
  return {
    'GET /api/products': route({
      ...listProductsEndpoint,
      ...open,
      etag: (body) => body,
      read: async ({ query, caller, http }) => {
        if (isEmptyRange(query)) return { items: [], nextCursor: null };
        const { categoryId } = query;
        const wanted = categoryId && withDescendants(categoryId, await categoriesOf(categories));
        const isShown = ({ active }: ShownProduct) => active || (caller !== undefined && isStaff(caller));
        return productPage(
          products,
          listOf(query),
          query,
          http,
          (product) => isShown(product) && matches(product, query) && (!wanted || wanted.has(product.categoryId)),
        );
      },
    }),
    'GET /api/products/{productId}': route({
      ...oneProductEndpoint,
      ...open,
      etag: (body) => body,
      read: ({ params }) => find(params.productId),
    }),
    'GET /api/products/low-stock': route({
      ...lowStockEndpoint,
      ...open,
      read: ({ query, http }) => productPage(products, { ...lowStock, descending: false }, query, http),
    }),
    'GET /api/products/{productId}/stock-history': route({
      ...stockHistoryEndpoint,
      watermark: () => ({
        categories: ['product', 'stock'],
        position: (stream) => (partsOf(stream).category === 'stock' ? history : products).position(stream),
      }),
      read: async ({ params: { productId }, query, http }) =>
        (await find(productId)) && stockHistoryPage(history, productId, query, http),
    }),
  };
};

/** A range from above to below holds nothing; a database would take it for an error. */
const isEmptyRange = ({ minPrice, maxPrice }: Filter): boolean =>
  minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice;
