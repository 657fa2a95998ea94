import type { PageRequest, ReadableView, Row } from './port.ts';

/** A list to its end, `limit` rows at a time. */
export async function* everyPage(
  view: Pick<ReadableView, 'query'>,
  request: Omit<PageRequest, 'after'>,
): AsyncIterable<readonly Row[]> {
  let after: PageRequest['after'];
  do {
    const { rows, next } = await view.query({ ...request, ...(after && { after }) });
    yield rows;
    after = next;
  } while (after);
}

/** All rows of a list, for who works through them one by one. */
export async function* everyRow(
  view: Pick<ReadableView, 'query'>,
  request: Omit<PageRequest, 'limit' | 'after'>,
): AsyncIterable<Row> {
  for await (const rows of everyPage(view, { ...request, limit: 100 })) yield* rows;
}
