import { cursorAt, positionOf } from '../../platform/http/cursor.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import { invalid } from '../../platform/http/problem.ts';
import { matchingRows } from '../../platform/view-store/matching-rows.ts';
import type { ReadableView, Row } from '../../platform/view-store/port.ts';
import { idIn, type Kind, type ListIndex } from '../projections/catalogue-shelf/view.ts';

/** A list of the catalogue: an index, the partition of it, and perhaps bounds (inclusive, ASCII). */
export interface CatalogueList {
  kind: Kind;
  index: ListIndex;
  partition: readonly [attribute: string, value: string];
  from?: string;
  to?: string;
  descending?: boolean;
}

export interface CataloguePage<T> {
  items: readonly T[];
  nextCursor: string | null;
}

/** One page of a list: the rows that `pick` answers for. 400 for a cursor that is not of this list. */
export const cataloguePage = async <T>(
  view: Pick<ReadableView, 'query'>,
  list: CatalogueList,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  http: HttpRequest,
  pick: (row: Row) => T | undefined,
): Promise<CataloguePage<T>> => {
  const { name, attribute } = list.index;
  const at = positionOf(cursor, http, [attribute])?.[attribute];
  const request = {
    index: name,
    partition: list.partition,
    range: {
      attribute,
      ...(list.from !== undefined && { from: list.from }),
      ...(list.to !== undefined && { to: list.to }),
    },
    descending: list.descending ?? false,
    limit,
    ...(at !== undefined && { after: keyAt(list, at) }),
  };
  const { items, next } = await matchingRows(view, request, [attribute], pick);
  return { items, nextCursor: cursorAt(next, http) };
};

/** The whole key of a position. A cursor may come from anybody: one outside the list would be a fault of the database. */
const keyAt = ({ kind, index, partition: [attribute, value], from, to }: CatalogueList, at: string | number) => {
  const id = typeof at === 'string' ? idIn(at) : undefined;
  const isOutside = (from !== undefined && at < from) || (to !== undefined && at > to);
  if (id === undefined || isOutside) return invalid('cursor', 'does not belong to this list');
  return { pk: id, sk: kind, [attribute]: value, [index.attribute]: at };
};
