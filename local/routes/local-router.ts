import type { GatewayRequest } from '../http/gateway-event.ts';
import { type HttpAnswer, problemAnswer } from '../http/gateway-response.ts';
import { routeTable } from '../http/route-table.ts';
import type { LocalRoute } from './local-route.ts';

/** Answers `/_local/*` from a list of routes: 404 for no such path, 405 for the wrong method. */
export const localRouter = (routes: readonly LocalRoute[]) => {
  const table = routeTable(routes);
  return async (request: GatewayRequest): Promise<HttpAnswer> => {
    const path = request.rawPath.replace(/(.)\/$/, '$1');
    const match = table.match(request.method === 'HEAD' ? 'GET' : request.method, path);
    if (match) {
      const query = new URLSearchParams(request.rawQueryString);
      return match.route.answer({ ...request, parameters: match.pathParameters, query });
    }
    const methods = table.methodsOf(path);
    if (methods.length === 0) return problemAnswer(404, 'Not Found', 'not-found');
    const refusal = problemAnswer(405, 'Method Not Allowed', 'method-not-allowed');
    return { ...refusal, headers: { ...refusal.headers, allow: methods.join(', ') } };
  };
};
