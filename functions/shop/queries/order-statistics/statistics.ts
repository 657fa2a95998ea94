import { ProductId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { everyPage } from '../../../platform/view-store/every-row.ts';
import type { ReadableView, Row } from '../../../platform/view-store/port.ts';
import type { Days } from '../../days.ts';
import { DAYS, DayCounts, DayProducts, PRODUCTS } from '../../projections/order-statistics/view.ts';
import { OrderStatus } from '../../projections/orders/view.ts';
import { Statistics } from './endpoints.ts';
import { NO_DAY, withDay, withProducts } from './summed.ts';

type View = Pick<ReadableView, 'query'>;

const ROWS_AT_ONCE = 500;

/** What the orders placed on some days come to: read day by day, however many orders a day has. */
export const statisticsOf = async (view: View, days: Days): Promise<Statistics> => {
  let [counts, products]: [DayCounts, DayProducts] = [NO_DAY, {}];
  for await (const row of rowsOn(view, DAYS, days)) counts = withDay(counts, DayCounts.parse(row));
  for await (const row of rowsOn(view, PRODUCTS, days))
    products = withProducts(products, DayProducts.parse(row.products));
  return { ...shownCounts(counts), byProduct: shownProducts(products) };
};

async function* rowsOn(view: View, partition: string, { from, to }: Days): AsyncIterable<Row> {
  const range = { attribute: 'sk', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  for await (const rows of everyPage(view, { partition: ['pk', partition], range, limit: ROWS_AT_ONCE })) yield* rows;
}

const shownCounts = ({ orders, byStatus, captured, refunded, paid, steps }: DayCounts) => {
  const of = (status: OrderStatus) => byStatus[status] ?? 0;
  const ended = of('confirmed') + of('cancelled') + of('failed');
  const revenue = captured - refunded;
  return {
    orders,
    byStatus: Statistics.shape.byStatus.parse(
      Object.fromEntries(OrderStatus.options.map((status) => [status, of(status)])),
    ),
    revenue: yen(revenue),
    averageValue: paid === 0 ? null : yen(Math.round(revenue / paid)),
    completionRate: ended === 0 ? null : of('confirmed') / ended,
    stepTimes: ForwardStep.options.map((step) => {
      const { count, total, longest } = steps[step] ?? { count: 0, total: 0, longest: 0 };
      const [meanMs, longestMs] = count === 0 ? [null, null] : [Math.round(total / count), longest];
      return { step, count, meanMs, longestMs };
    }),
  };
};

const shownProducts = (products: DayProducts): Statistics['byProduct'] =>
  Object.entries(products)
    .map(([productId, { name, orders, quantity, sold }]) => ({
      productId: ProductId.parse(productId),
      ...{ name, orders, quantity, sold },
    }))
    .toSorted((a, b) => b.quantity - a.quantity || (a.name < b.name ? -1 : 1));
