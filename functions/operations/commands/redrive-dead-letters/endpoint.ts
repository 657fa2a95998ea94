import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { MOST_LETTERS } from '../../redriver/order.ts';

const RedriveRequest = z.strictObject({
  consumer: z.string().min(1).max(64),
  limit: z.int().min(1).max(MOST_LETTERS).default(100),
});

export const redriveDeadLettersEndpoint = endpoint('POST /api/ops/dead-letters/redrive', {
  summary: 'Brings the oldest records of a consumer to it again',
  who: 'admin',
  body: RedriveRequest,
  answers: { 202: RedriveRequest },
});
