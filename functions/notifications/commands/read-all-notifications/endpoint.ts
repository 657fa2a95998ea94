import { endpoint } from '../../../platform/http/endpoint.ts';

export const readAllNotificationsEndpoint = endpoint('POST /api/me/notifications/read-all', {
  summary: 'Marks every message as read',
  who: 'member',
  answers: { 204: null },
});
