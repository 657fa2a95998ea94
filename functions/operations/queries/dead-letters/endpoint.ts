import * as z from 'zod';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';

export const deadLettersEndpoint = endpoint('GET /api/ops/dead-letters', {
  summary: 'Records that a consumer could not take, the one that waits longest first',
  who: 'librarian',
  query: z.object({ consumer: z.string().min(1).max(64).optional(), ...paging() }),
  answers: {
    200: pageOf(
      z.object({
        deadLetterId: z.string(),
        consumer: z.string(),
        source: z.string(),
        reason: z.string(),
        attempts: z.number().int(),
        firstFailedAt: z.string(),
        lastFailedAt: z.string(),
        payload: z.unknown(),
      }),
    ),
  },
});
