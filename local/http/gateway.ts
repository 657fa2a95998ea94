import { randomBytes } from 'node:crypto';
import { newTraceHeader } from '../functions/function-runtime.ts';
import type { Clock, FunctionInvoker, InvokeResult } from '../ports.ts';
import type { HttpApiDefinition, RouteDefinition } from './api-definition.ts';
import { type Authorization, openAuthorizers } from './authorizer.ts';
import { type GatewayContext, type GatewayRequest, proxyEvent } from './gateway-event.ts';
import { functionAnswer, type HttpAnswer, internalError, jsonAnswer } from './gateway-response.ts';
import { type RouteMatch, routeTable } from './route-table.ts';

/** API Gateway for one HTTP API: a complete request in, an answer out; never rejects. */
export type Gateway = (request: GatewayRequest) => Promise<HttpAnswer>;

const refusals: Readonly<Record<Exclude<Authorization['outcome'], 'allowed'>, () => HttpAnswer>> = {
  'no-identity': () => jsonAnswer(401, { message: 'Unauthorized' }),
  denied: () => jsonAnswer(403, { message: 'Forbidden' }),
  failed: internalError,
};

const within = async (work: Promise<InvokeResult>, limitMs: number): Promise<InvokeResult | 'late'> => {
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), limitMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** A caller may send a trace; otherwise one begins here. */
const traceOf = ({ headers }: GatewayRequest): string =>
  /^Root=1-[0-9a-f]{8}-[0-9a-f]{24}/.test(headers['x-amzn-trace-id'] ?? '')
    ? (headers['x-amzn-trace-id'] ?? '')
    : newTraceHeader();

/** What the function sees: the headers that a proxy adds, and a HEAD that arrived at a GET route as that GET. */
const forwarded = (request: GatewayRequest, traceHeader: string): GatewayRequest => {
  const { headers, sourceIp, method } = request;
  const hops = [headers['x-forwarded-for'], sourceIp].filter((hop) => hop !== undefined).join(', ');
  return {
    ...request,
    method: method === 'HEAD' ? 'GET' : method,
    headers: { ...headers, 'x-amzn-trace-id': traceHeader, 'x-forwarded-for': hops, 'x-forwarded-proto': 'http' },
  };
};

/** Opens the gateway over the routes of an API. */
export const openGateway = (api: HttpApiDefinition, invoker: FunctionInvoker, clock: Clock): Gateway => {
  const table = routeTable(api.routes);
  const authorize = openAuthorizers(invoker, clock);

  const matchOf = ({ method, rawPath }: GatewayRequest): RouteMatch<RouteDefinition> | undefined => {
    const exact = table.match(method, rawPath);
    if (method !== 'HEAD' || exact?.route.routeKey.startsWith('HEAD ')) return exact;
    // A HEAD is a GET without its body.
    const asGet = table.match('GET', rawPath);
    return asGet?.route.routeKey.startsWith('GET ') ? asGet : exact;
  };

  const forward = async (
    route: RouteDefinition,
    request: GatewayRequest,
    context: GatewayContext,
    traceHeader: string,
  ) => {
    const event = proxyEvent(forwarded(request, traceHeader), context);
    const result = await within(invoker.invoke(route.functionName, event, { traceHeader }), route.timeoutMs);
    if (result === 'late') return jsonAnswer(503, { message: 'Service Unavailable' });
    return result.ok ? functionAnswer(result.payload) : internalError();
  };

  const unrouted = ({ method, rawPath }: GatewayRequest): HttpAnswer => {
    const methods = table.methodsOf(rawPath);
    if (method === 'OPTIONS' && methods.length > 0)
      return { status: 204, headers: { allow: [...methods, 'OPTIONS'].join(', ') }, body: Buffer.alloc(0) };
    return jsonAnswer(404, { message: 'Not Found' });
  };

  return async (request) => {
    const match = matchOf(request);
    if (!match) return unrouted(request);
    const { route, pathParameters } = match;
    const traceHeader = traceOf(request);
    const context: GatewayContext = {
      apiId: api.apiId,
      stage: api.stage,
      routeKey: route.routeKey,
      requestId: randomBytes(11).toString('base64url'),
      now: clock.now(),
      pathParameters,
      authorizer: undefined,
    };
    if (!route.authorizer) return forward(route, request, context, traceHeader);
    const authorization = await authorize(route.authorizer, request, context, traceHeader);
    if (authorization.outcome !== 'allowed') return refusals[authorization.outcome]();
    return forward(route, request, { ...context, authorizer: authorization.context }, traceHeader);
  };
};
