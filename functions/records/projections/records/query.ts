import * as z from 'zod';
import { dayOf } from '../../../../events/business-day.ts';
import { cursorAt, paging, positionOf } from '../../../platform/http/cursor.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import { eventStore, view } from '../../../platform/wire.ts';
import { seenLoan } from './seen-loan.ts';
import { shownRecord } from './shown-record.ts';
import { RecordStatus } from './view.ts';

const records = view('records');
const KEYS = ['pk', 'sk'];

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
    const after = positionOf(cursor, http, KEYS);
    const request = { partition: ['pk', caller.memberId] as const, descending: true, limit, ...(after && { after }) };
    const { items, next } = await matchingRows(records, request, KEYS, (row) => {
      const record = shownRecord(row, dayOf(http.now));
      return status === undefined || record.status === status ? record : undefined;
    });
    return { items, nextCursor: cursorAt(next, http) };
  },
});
