import { endpoint } from '../../../platform/http/endpoint.ts';
import { HtmlPage, UnsubscribeQuery } from '../../unsubscribe-shapes.ts';

/** A mail program that looks at every link must not unsubscribe anybody, so this only asks. */
export const askUnsubscribeEndpoint = endpoint('GET /api/notifications/unsubscribe', {
  summary: 'The page behind the link in a mail: asks whether this kind of mail shall stop',
  who: 'anyone',
  query: UnsubscribeQuery,
  answers: { 200: HtmlPage },
});
