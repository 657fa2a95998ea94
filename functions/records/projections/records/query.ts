import * as z from 'zod';
import { dayOf } from '../../../../events/business-day.ts';
import { cursorAt, paging, positionOf } from '../../../platform/http/cursor.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import { eventStore, view } from '../../../platform/wire.ts';
import { seenLoan } from './seen-loan.ts';
import { shownRecord } from './shown-record.ts';
import { RecordStatus } from './view.ts';

const records = view('records');
/** A cursor holds no more than the loan: whose records they are is never the caller's to say. */
const KEYS = ['sk'];

/** `GET /api/me/records`, newest first. */
export const handler = httpQuery({
  who: 'member',
  params: z.object({}),
  query: z.object({ status: RecordStatus.optional(), ...paging() }),
  watermark: ({ caller }) => ({
    categories: ['loan'],
    position: seenLoan(records, eventStore, caller.memberId),
  }),
  read: async ({ query: { status, limit, cursor }, caller, http }) => {
    const loan = positionOf(cursor, http, KEYS)?.sk;
    if (typeof loan === 'number') return invalid('cursor', 'does not belong to this list');
    const after = loan === undefined ? undefined : { pk: caller.memberId, sk: loan };
    const request = { partition: ['pk', caller.memberId] as const, descending: true, limit, ...(after && { after }) };
    const { items, next } = await matchingRows(records, request, KEYS, (row) => {
      const record = shownRecord(row, dayOf(http.now));
      return status === undefined || record.status === status ? record : undefined;
    });
    return { items, nextCursor: cursorAt(next, http) };
  },
});
