import { httpShell } from '../../platform/http/http-shell.ts';
import { refuse } from '../../platform/http/problem.ts';
import { endpoints } from '../endpoints.ts';

const methodsOf = (path: string): readonly string[] =>
  endpoints.flatMap(({ route }) => (route.endsWith(` ${path}`) ? [route.slice(0, route.indexOf(' '))] : []));

/** Answers what no route does: 405 with the methods there are on a known path (its route key is `ANY <path>`), 404 on any other. */
export const handler = httpShell(({ event: { routeKey } }) => {
  const [any, path = ''] = routeKey.split(' ');
  if (any !== 'ANY') return refuse(404, 'not-found');
  return refuse(405, 'method-not-allowed', { headers: { allow: methodsOf(path).join(', ') } });
});
