import type { HttpRequest } from './http-request.ts';
import { httpRequestOf } from './http-request.ts';

interface Sent {
  query?: Readonly<Record<string, string>>;
  params?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  now?: string;
}

/** Words of the route tests: a request as API Gateway hands it on, from nobody in particular. */
export const request = (path: string, { query = {}, params = {}, headers = {}, now }: Sent = {}): HttpRequest =>
  httpRequestOf({
    version: '2.0',
    routeKey: `GET ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers,
    queryStringParameters: query,
    pathParameters: params,
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: `GET ${path}`,
      stage: '$default',
      time: '01/May/2026:00:00:00 +0000',
      timeEpoch: Date.parse(now ?? '2026-05-01T00:00:00Z'),
    },
  });
