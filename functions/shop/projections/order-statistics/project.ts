import { dayOf } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { statusAfter } from '../orders/status-after.ts';
import { dayAfter, NOTHING } from './day-after.ts';
import { withOrder, withSale } from './products-after.ts';
import { CountedOrder, countedOrderKey, DayCounts, DayProducts, dayKey, productsKey } from './view.ts';

type Told = Recorded<HeardBy<'order-statistics'>>;

/** Counts every order for the day on which it was placed; only its own row says which day that is. */
export const orderStatistics: RowsProjection<'order-statistics'> = {
  listener: 'order-statistics',
  keysOf: ({ data: { orderId } }) => [countedOrderKey(orderId)],
  moreKeysOf: (event, [row]) => {
    const { placedOn } = orderAfter(orderIn(row), event);
    return [dayKey(placedOn), ...(isOfProducts(event) ? [productsKey(placedOn)] : [])];
  },
  project: (event, [row, day, products]) => {
    const before = orderIn(row);
    const after = orderAfter(before, event);
    const counts = dayAfter(day ? DayCounts.parse(day) : NOTHING, event, before, after);
    const counted = isOfProducts(event) ? productsAfter(products, event, before, after) : undefined;
    return [
      { ...after, ...countedOrderKey(event.data.orderId) },
      { ...counts, ...dayKey(after.placedOn) },
      ...(counted ? [{ products: counted, ...productsKey(after.placedOn) }] : []),
    ];
  },
};

const orderIn = (row: Row | undefined): CountedOrder | undefined => (row ? CountedOrder.parse(row) : undefined);

const orderAfter = (before: CountedOrder | undefined, event: Told): CountedOrder => {
  const { occurredAt } = event.metadata;
  const { placedOn, status, isSold } = before ?? {
    placedOn: dayOf(new Date(occurredAt)),
    status: 'pending',
    isSold: false,
  };
  return { placedOn, status: statusAfter(status, event), isSold: isSoldAfter(isSold, event), lastAt: occurredAt };
};

const isSoldAfter = (isSold: boolean, { type }: Told): boolean => {
  if (type === 'shop.order-confirmed') return true;
  return type === 'shop.order-cancelled' || type === 'shop.order-failed' ? false : isSold;
};

type OfProducts = Extract<
  Told,
  { type: 'shop.order-placed' | 'shop.order-confirmed' | 'shop.order-cancelled' | 'shop.order-failed' }
>;
const isOfProducts = (event: Told): event is OfProducts =>
  ['shop.order-placed', 'shop.order-confirmed', 'shop.order-cancelled', 'shop.order-failed'].includes(event.type);

const productsAfter = (
  row: Row | undefined,
  { type, data: { lines }, metadata }: OfProducts,
  before: CountedOrder | undefined,
  after: CountedOrder,
): DayProducts => {
  const products = row ? DayProducts.parse(row.products) : {};
  if (type === 'shop.order-placed') return withOrder(products, lines, metadata.occurredAt);
  if (before?.isSold === after.isSold) return products;
  return withSale(products, lines, after.isSold ? 1 : -1);
};
