import * as z from 'zod';
import { endpoint } from '../platform/http/endpoint.ts';

const query = z.object({ token: z.string().min(1).max(1_024) });
const answers = { 200: { mediaType: 'text/html', shape: z.string() } };

/** A mail program that looks at every link must not unsubscribe anybody: `GET` only asks. */
export const askUnsubscribeEndpoint = endpoint('GET /api/notifications/unsubscribe', {
  summary: 'The page behind the link in a mail: asks whether this kind of mail shall stop',
  who: 'anyone',
  query,
  answers,
});

/** Also by one click in the mail program (RFC 8058), which sends a form. */
export const unsubscribeEndpoint = endpoint('POST /api/notifications/unsubscribe', {
  summary: 'Stops one kind of mail to the member for whom the link was made',
  who: 'anyone',
  query,
  answers,
});
