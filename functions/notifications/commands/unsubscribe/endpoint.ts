import { endpoint } from '../../../platform/http/endpoint.ts';
import { HtmlPage, UnsubscribeQuery } from '../../unsubscribe-shapes.ts';

/** Also by one click in the mail program (RFC 8058), which sends a form. */
export const unsubscribeEndpoint = endpoint('POST /api/notifications/unsubscribe', {
  summary: 'Stops one kind of mail to the member for whom the link was made',
  who: 'anyone',
  query: UnsubscribeQuery,
  answers: { 200: HtmlPage },
});
