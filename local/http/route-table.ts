/** A route that matched, with the path's parameters decoded. */
export interface RouteMatch<Route> {
  route: Route;
  pathParameters: Readonly<Record<string, string>>;
}

interface Pattern<Route> {
  route: Route;
  method: string;
  segments: readonly string[];
  rank: string;
}

const isGreedy = (segment: string) => /^\{.+\+\}$/.test(segment);
const isParameter = (segment: string) => /^\{.+\}$/.test(segment);
const segmentsOf = (path: string) => path.split('/').slice(1);

/** Sorts first what API Gateway tries first: literal before `{parameter}` before `{proxy+}`, then a method before ANY. */
const rankOf = (method: string, segments: readonly string[]): string =>
  `${segments.map((segment) => (isGreedy(segment) ? '3' : isParameter(segment) ? '2' : '1')).join('')}9${method === 'ANY' ? '1' : '0'}`;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const matchSegments = (pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    if (isGreedy(segment)) {
      const rest = path.slice(index).join('/');
      return rest === '' ? undefined : { ...parameters, [segment.slice(1, -2)]: decoded(rest) };
    }
    const value = path[index];
    if (value === undefined || (isParameter(segment) ? value === '' : value !== segment)) return undefined;
    if (isParameter(segment)) parameters[segment.slice(1, -1)] = decoded(value);
  }
  return pattern.length === path.length ? parameters : undefined;
};

/** Selects routes with API Gateway's priority: the most specific path, then the exact method, then ANY, then `$default`. */
export const routeTable = <Route extends { routeKey: string }>(routes: readonly Route[]) => {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const patterns: Pattern<Route>[] = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map((route) => {
      const [method = 'ANY', path = '/'] = route.routeKey.split(' ');
      return { route, method, segments: segmentsOf(path), rank: rankOf(method, segmentsOf(path)) };
    })
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1));

  const find = (method: string, path: readonly string[]): RouteMatch<Route> | undefined => {
    for (const { route, method: wanted, segments } of patterns) {
      if (wanted !== method && wanted !== 'ANY') continue;
      const pathParameters = matchSegments(segments, path);
      if (pathParameters) return { route, pathParameters };
    }
    return undefined;
  };

  return {
    match(method: string, path: string): RouteMatch<Route> | undefined {
      return find(method, segmentsOf(path)) ?? (fallback && { route: fallback, pathParameters: {} });
    },
    /** The methods that have a route for this path, for `Allow`. */
    methodsOf(path: string): string[] {
      const segments = segmentsOf(path);
      const methods = patterns
        .filter((pattern) => matchSegments(pattern.segments, segments))
        .map(({ method }) => method);
      return [...new Set(methods)];
    },
  };
};
