import * as z from 'zod';
import { OrderId } from '../../../../events/ids.ts';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { type OrderList, OrderRow, orderIdIn, orderKey } from '../../projections/orders/view.ts';
import { type ShownOrder, shownOrder } from '../../shown-order.ts';

/** A cursor holds no more than the place of an order: which list it is in is never the caller's to say. */
const KEYS = ['place'];
const Place = z.string().refine((place) => OrderId.safeParse(orderIdIn(place)).success);

/** Rows of a kilobyte or so: looked through in some seconds. */
const MOST_LOOKED_AT = 5_000;

interface Wanted extends OrderList {
  range?: { from?: string; to?: string };
}

/** One page of a list of orders, newest first: those that are wanted of it. 400 for a cursor that is not of this list. */
export const orderPage = async (
  orders: Pick<ReadableView, 'query'>,
  { index, partition, range = {} }: Wanted,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  http: HttpRequest,
  isWanted: (order: OrderRow) => boolean = () => true,
): Promise<{ items: readonly ShownOrder[]; nextCursor: string | null }> => {
  const position = positionOf(cursor, http, KEYS);
  const after = position && keyAt({ index, partition, range }, position.place);
  const request = { index, partition, range: { attribute: 'place', ...range }, descending: true, limit };
  const pick = (row: unknown) => {
    const order = OrderRow.parse(row);
    return isWanted(order) ? shownOrder(order) : undefined;
  };
  const { items, next } = await matchingRows(
    orders,
    { ...request, ...(after && { after }) },
    KEYS,
    pick,
    MOST_LOOKED_AT,
  );
  return { items, nextCursor: cursorAt(next, http) };
};

/** The whole key of a position. A cursor may come from anybody: one outside the list would be a fault of the database. */
const keyAt = ({ partition: [attribute, value], range: { from, to } = {} }: Wanted, at: unknown) => {
  const place = Place.safeParse(at);
  const isOutside = (one: string) => (from !== undefined && one < from) || (to !== undefined && one > to);
  if (!place.success || isOutside(place.data)) return invalid('cursor', 'does not belong to this list');
  return { ...orderKey(orderIdIn(place.data)), [attribute]: value, place: place.data };
};
