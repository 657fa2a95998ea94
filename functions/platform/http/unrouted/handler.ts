import { httpShell } from '../http-shell.ts';
import { refuse } from '../problem.ts';

/** Answers what no route does: 405 on a known path (its route key begins with ANY), 404 on any other. */
export const handler = httpShell(({ event: { routeKey } }) =>
  routeKey.startsWith('ANY ') ? refuse(405, 'method-not-allowed') : refuse(404, 'not-found'),
);
