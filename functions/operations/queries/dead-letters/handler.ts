import * as z from 'zod';
import { cursorAt, paging, positionOf } from '../../../platform/http/cursor.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { deadLetterIdOf } from '../../dead-letter-id.ts';
import { box } from '../../dead-letters-wire.ts';

const After = z.object({ consumer: z.string(), recordId: z.string(), listedAt: z.string() });

/** `GET /api/ops/dead-letters`, the one that waits longest first. */
export const handler = httpQuery({
  who: 'librarian',
  params: z.object({}),
  query: z.object({ consumer: z.string().min(1).max(64).optional(), ...paging() }),
  read: async ({ query: { consumer, limit, cursor }, http }) => {
    const position = positionOf(cursor, http, ['consumer', 'recordId', 'listedAt']);
    const { letters, next } = await box.list({
      limit,
      ...(consumer !== undefined && { consumer }),
      ...(position && { after: After.parse(position) }),
    });
    return {
      items: letters.map(({ consumer: of, recordId, origin, reason, attempts, firstFailedAt, at, payload }) => ({
        deadLetterId: deadLetterIdOf({ consumer: of, recordId }),
        consumer: of,
        source: origin,
        reason,
        attempts,
        firstFailedAt,
        lastFailedAt: at,
        payload,
      })),
      nextCursor: cursorAt(next && { consumer: next.consumer, recordId: next.recordId, listedAt: next.listedAt }, http),
    };
  },
});
