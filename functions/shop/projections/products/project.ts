import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import { lowStock, ProductFacts, paddedPrice, productLists, productRow, sortKey } from './view.ts';

/**
 * One row for each product and its stock, which are two streams: either may be told first. Without what the product says of
 * itself a row only counts, and is in no list.
 */
export const products: RowsProjection<'products'> = {
  listener: 'products',
  keysOf: ({ data }) => [productRow(data.productId)],
  project: (event, [row]) => {
    const { productId } = event.data;
    const facts = after(ProductFacts.parse(row ?? {}), event);
    return [{ ...facts, ...listsOf(productId, facts), ...productRow(productId) }];
  },
};

const after = (facts: ProductFacts, event: Recorded<HeardBy<'products'>>): ProductFacts => {
  const { type, data } = event;
  switch (type) {
    case 'shop.product-created':
      return { ...facts, described: data, createdAt: event.metadata.occurredAt };
    case 'shop.product-changed':
      return { ...facts, described: data };
    case 'shop.product-withdrawn':
      return { stock: facts.stock, alertLevel: facts.alertLevel };
    case 'shop.stock-opened':
    case 'shop.alert-level-set':
      return { ...facts, alertLevel: data.alertLevel };
    case 'shop.stock-adjusted':
    case 'shop.stock-reserved':
    case 'shop.stock-committed':
    case 'shop.stock-released':
    case 'shop.stock-returned':
    case 'shop.stock-ran-low':
      return { ...facts, stock: data.stock };
  }
};

/** The attributes of the lists that a product is in. */
const listsOf = (productId: string, { described, createdAt = '', stock, alertLevel }: ProductFacts) => {
  if (!described) return {};
  const [listed, all] = productLists.name.partition;
  const [low, some] = lowStock.partition;
  return {
    [listed]: all,
    ...(stock <= alertLevel && { [low]: some }),
    [productLists.name.attribute]: sortKey(described.name, productId),
    [productLists.price.attribute]: sortKey(paddedPrice(described.price.amount), productId),
    [productLists.newest.attribute]: sortKey(createdAt, productId),
  };
};
