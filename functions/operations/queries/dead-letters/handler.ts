import * as z from 'zod';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { deadLetterIdOf } from '../../dead-letter-id.ts';
import { box } from '../../dead-letters-wire.ts';
import { deadLettersEndpoint } from './endpoint.ts';

const After = z.object({ consumer: z.string(), recordId: z.string(), listedAt: z.string() });

export const handler = httpQuery({
  ...deadLettersEndpoint,
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
