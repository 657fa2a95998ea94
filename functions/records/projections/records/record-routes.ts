import { type BusinessDay, dayOf } from '../../../../events/business-day.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { EventStore } from '../../../platform/event-store/port.ts';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { everyPage } from '../../../platform/view-store/every-row.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { csvAnswer } from './csv-answer.ts';
import { recordsCsvEndpoint, recordsEndpoint } from './endpoints.ts';
import { headingRow, recordRows } from './record-rows.ts';
import { seenLoan } from './seen-loan.ts';
import { shownRecord } from './shown-record.ts';

interface Needs {
  records: ReadableView;
  store: Pick<EventStore, 'read'>;
}

/** A cursor holds no more than the loan: whose records they are is never the caller's to say. */
const KEYS = ['sk'];
const RECORDS_AT_ONCE = 500;

const newestFirst = (memberId: MemberId, limit: number) =>
  ({ partition: ['pk', memberId], descending: true, limit }) as const;

/** The file, a page of records at a time. */
async function* csvOf(records: Pick<ReadableView, 'query'>, memberId: MemberId, today: BusinessDay) {
  yield headingRow();
  for await (const rows of everyPage(records, newestFirst(memberId, RECORDS_AT_ONCE)))
    if (rows.length > 0) yield recordRows(rows.map((row) => shownRecord(row, today)));
}

/** The reads of a member's own records. */
export const recordRoutes = ({ records, store }: Needs) => {
  const watermark = ({ caller }: { caller: { memberId: MemberId } }) => ({
    categories: ['loan'],
    position: seenLoan(records, store, caller.memberId),
  });
  return {
    [recordsEndpoint.route]: route({
      ...recordsEndpoint,
      watermark,
      read: async ({ query: { status, limit, cursor }, caller: { memberId }, http }) => {
        const loan = positionOf(cursor, http, KEYS)?.sk;
        if (typeof loan === 'number') return invalid('cursor', 'does not belong to this list');
        const after = loan === undefined ? undefined : { pk: memberId, sk: loan };
        const request = { ...newestFirst(memberId, limit), ...(after && { after }) };
        const { items, next } = await matchingRows(records, request, KEYS, (row) => {
          const record = shownRecord(row, dayOf(http.now));
          return status === undefined || record.status === status ? record : undefined;
        });
        return { items, nextCursor: cursorAt(next, http) };
      },
    }),
    [recordsCsvEndpoint.route]: route({
      ...recordsCsvEndpoint,
      watermark,
      read: async ({ caller: { memberId }, http }) => csvOf(records, memberId, dayOf(http.now)),
      answer: (parts, http) =>
        csvAnswer(parts, {
          filename: `bunko-records-${dayOf(http.now)}.csv`,
          acceptEncoding: http.header('accept-encoding'),
        }),
    }),
  };
};
