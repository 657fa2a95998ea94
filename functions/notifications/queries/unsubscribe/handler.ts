import { httpQuery } from '../../../platform/http/http-query.ts';
import { askingPage } from '../../unsubscribe-page.ts';
import { allowedBy } from '../../unsubscribe-wire.ts';
import { askUnsubscribeEndpoint } from './endpoint.ts';

export const handler = httpQuery({
  ...askUnsubscribeEndpoint,
  read: ({ query }) => allowedBy(query.token),
  answer: askingPage,
});
