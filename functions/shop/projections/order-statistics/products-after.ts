import type { OrderLine } from '../../../../events/shop/order-line.ts';
import type { DayProducts, ProductCount } from './view.ts';

/** An order that was placed; it may name a product on several lines. */
export const withOrder = (products: DayProducts, lines: readonly OrderLine[], placedAt: string): DayProducts =>
  overEach(products, lines, (count, { productId, name, quantity }, index) => ({
    ...latestName(count, { name, namedAt: placedAt }),
    orders: (count?.orders ?? 0) + (lines.findIndex((line) => line.productId === productId) === index ? 1 : 0),
    quantity: (count?.quantity ?? 0) + quantity,
    sold: count?.sold ?? 0,
  }));

/** Its pieces are sold, or come back: `sign` is 1 or -1. */
export const withSale = (products: DayProducts, lines: readonly OrderLine[], sign: 1 | -1): DayProducts =>
  overEach(products, lines, (count, { quantity }) => count && { ...count, sold: count.sold + sign * quantity });

type Naming = Pick<ProductCount, 'name' | 'namedAt'>;

/** Orders arrive in any order: the name is that of the one placed last, and of two at once the greater. */
export const latestName = (before: Naming | undefined, told: Naming): Naming => {
  if (!before) return told;
  const isOlder = before.namedAt === told.namedAt ? told.name < before.name : told.namedAt < before.namedAt;
  const { name, namedAt } = isOlder ? before : told;
  return { name, namedAt };
};

const overEach = (
  products: DayProducts,
  lines: readonly OrderLine[],
  change: (count: ProductCount | undefined, line: OrderLine, index: number) => ProductCount | undefined,
): DayProducts => {
  const next = new Map(Object.entries(products));
  for (const [index, line] of lines.entries()) {
    const changed = change(next.get(line.productId), line, index);
    if (changed) next.set(line.productId, changed);
  }
  return Object.fromEntries(next);
};
