import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { idIn, type ProductList, productIn, productRow } from '../../projections/products/view.ts';
import type { ShownProduct } from '../../shown-product.ts';

/** A list of products: an index, its direction, and perhaps bounds (inclusive, ASCII). */
export interface OrderedList extends ProductList {
  descending: boolean;
  from?: string;
  to?: string;
}

/** One page of the products of a list that are wanted. 400 for a cursor that is not of this list. */
export const productPage = async (
  view: Pick<ReadableView, 'query'>,
  list: OrderedList,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  http: HttpRequest,
  isWanted: (product: ShownProduct) => boolean = () => true,
) => {
  const { index, partition, attribute, descending, from, to } = list;
  const at = positionOf(cursor, http, [attribute])?.[attribute];
  const range = { attribute, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const after = at === undefined ? {} : { after: keyAt(list, at) };
  const { items, next } = await matchingRows(
    view,
    { index, partition, range, descending, limit, ...after },
    [attribute],
    (row) => {
      const product = productIn(row);
      return product && isWanted(product) ? product : undefined;
    },
  );
  return { items, nextCursor: cursorAt(next, http) };
};

/** The whole key of a position. A cursor may come from anybody: one outside the list would be a fault of the database. */
const keyAt = ({ partition: [name, value], attribute, from, to }: OrderedList, at: string | number) => {
  const id = typeof at === 'string' ? idIn(at) : undefined;
  const isOutside = (from !== undefined && at < from) || (to !== undefined && at > to);
  if (id === undefined || isOutside) return invalid('cursor', 'does not belong to this list');
  return { ...productRow(id), [name]: value, [attribute]: at };
};
