import type { BusinessDay } from '../../../../events/business-day.ts';
import { OrderId } from '../../../../events/ids.ts';
import { everyRow } from '../../../platform/view-store/every-row.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { CONFIRMED_BY_DAY, TO_BE_SHIPPED } from './view.ts';

/** Orders that were confirmed on a day or before it, and not shipped yet. */
export async function* ordersToBeShipped(
  orders: Pick<ReadableView, 'query'>,
  until: BusinessDay,
): AsyncIterable<OrderId> {
  const range = { attribute: 'confirmedOn', to: until };
  for await (const row of everyRow(orders, { index: CONFIRMED_BY_DAY, partition: ['awaits', TO_BE_SHIPPED], range }))
    yield OrderId.parse(row.orderId);
}
