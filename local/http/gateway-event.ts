import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** A request as the gateway read it; `body` is complete. */
export interface GatewayRequest {
  method: string;
  rawPath: string;
  rawQueryString: string;
  /** Names in lower case, several values joined by a comma. */
  headers: Readonly<Record<string, string>>;
  cookies: readonly string[];
  body: Buffer;
  sourceIp: string;
  protocol: string;
}

/** What the gateway adds to a request. */
export interface GatewayContext {
  apiId: string;
  stage: string;
  routeKey: string;
  requestId: string;
  /** Business time. */
  now: Date;
  pathParameters: Readonly<Record<string, string>>;
  /** What a Lambda authorizer gave, undefined without one. */
  authorizer: Readonly<Record<string, unknown>> | undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const TEXT_TYPES = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|graphql)|[^;]*\+(json|xml))/i;

/** Reads a request's line and headers; the path stays encoded as it was sent. */
export const gatewayRequest = (request: IncomingMessage, body: Buffer): GatewayRequest => {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(request.headersDistinct))
    if (name !== 'cookie') headers[name] = values.join(',');
  return {
    method: request.method ?? 'GET',
    rawPath,
    rawQueryString: query.join('?'),
    headers,
    cookies: (request.headersDistinct.cookie ?? [])
      .flatMap((line) => line.split(/; */))
      .filter((cookie) => cookie !== ''),
    body,
    sourceIp: (request.socket.remoteAddress ?? '').replace('::ffff:', ''),
    protocol: `HTTP/${request.httpVersion}`,
  };
};

/** `12/Mar/2026:19:03:58 +0000`, API Gateway's own form. */
const commonLogTime = (now: Date): string => {
  const [, year, month, day, time] = now.toISOString().match(/^(\d+)-(\d+)-(\d+)T([\d:]+)/) ?? [];
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time} +0000`;
};

const queryOf = (rawQueryString: string): Record<string, string> | undefined => {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(rawQueryString))
    values.set(name, [...(values.get(name) ?? []), value]);
  return values.size === 0 ? undefined : Object.fromEntries([...values].map(([name, list]) => [name, list.join(',')]));
};

const bodyOf = ({ body, headers }: GatewayRequest) => {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText =
    TEXT_TYPES.test(headers['content-type'] ?? 'application/json') && !headers['content-encoding'] && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
};

const requestContext = (request: GatewayRequest, context: GatewayContext) => {
  const { apiId, stage, routeKey, requestId, now, authorizer } = context;
  const domainName = request.headers.host ?? 'localhost';
  return {
    accountId: '000000000000',
    apiId,
    domainName,
    domainPrefix: domainName.split(/[.:]/)[0],
    http: {
      method: request.method,
      path: request.rawPath,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey,
    stage,
    time: commonLogTime(now),
    timeEpoch: now.getTime(),
    ...(authorizer && { authorizer: { lambda: authorizer } }),
  };
};

const shared = (request: GatewayRequest, context: GatewayContext) => ({
  version: '2.0',
  routeKey: context.routeKey,
  rawPath: request.rawPath,
  rawQueryString: request.rawQueryString,
  ...(request.cookies.length > 0 && { cookies: request.cookies }),
  headers: request.headers,
  queryStringParameters: queryOf(request.rawQueryString),
  requestContext: requestContext(request, context),
  ...(Object.keys(context.pathParameters).length > 0 && { pathParameters: context.pathParameters }),
});

/** The event of a proxy integration, payload format 2.0. */
export const proxyEvent = (request: GatewayRequest, context: GatewayContext) => ({
  ...shared(request, context),
  ...bodyOf(request),
});

/** The event of a REQUEST authorizer, payload format 2.0. */
export const authorizerEvent = (
  request: GatewayRequest,
  context: GatewayContext,
  identitySource: readonly string[],
  routeArn: string,
) => ({ ...shared(request, context), type: 'REQUEST', routeArn, identitySource });
