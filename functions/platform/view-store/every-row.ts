import type { PageRequest, ReadableView, Row } from './port.ts';

/** All rows of a list, page by page, for who works through them. */
export async function* everyRow(
  view: Pick<ReadableView, 'query'>,
  request: Omit<PageRequest, 'limit' | 'after'>,
): AsyncIterable<Row> {
  let after: PageRequest['after'];
  do {
    const { rows, next } = await view.query({ ...request, limit: 100, ...(after && { after }) });
    yield* rows;
    after = next;
  } while (after);
}
