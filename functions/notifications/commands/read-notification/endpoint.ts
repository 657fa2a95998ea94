import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const readNotificationEndpoint = endpoint('PUT /api/me/notifications/{id}/read', {
  summary: 'Marks a message as read; the first moment stays',
  who: 'member',
  params: z.object({ id: z.uuid() }),
  answers: { 204: null },
  refusals: { 'not-found': 404 },
});
