import type { ProductId } from '../../../../events/ids.ts';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { CHANGE_KEY, StockChange } from '../../projections/stock-history/view.ts';

/** One page of the changes of a stock, newest first. */
export const stockHistoryPage = async (
  view: Pick<ReadableView, 'query'>,
  productId: ProductId,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  http: HttpRequest,
) => {
  const at = positionOf(cursor, http, ['sk'])?.sk;
  if (at !== undefined && !CHANGE_KEY.test(String(at))) return invalid('cursor', 'does not belong to this list');
  const { rows, next } = await view.query({
    partition: ['pk', productId],
    descending: true,
    limit,
    ...(at !== undefined && { after: { pk: productId, sk: String(at) } }),
  });
  const items = rows.map((row) => StockChange.parse(row));
  return { items, nextCursor: cursorAt(next?.sk === undefined ? undefined : { sk: next.sk }, http) };
};
