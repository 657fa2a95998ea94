import { httpQuery } from '../../../platform/http/http-query.ts';
import { openApiDocument } from '../../document.ts';
import { openApiEndpoint } from '../../endpoint.ts';
import { endpointsByDomain } from '../../endpoints.ts';

const document = openApiDocument(endpointsByDomain);

export const handler = httpQuery({
  ...openApiEndpoint,
  read: () => Promise.resolve(document),
  etag: (body) => body,
});
