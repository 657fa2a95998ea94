import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { json } from './answers.ts';
import { admit, type Who } from './caller.ts';
import { awaitSeen, seenBy, type Watermark } from './consistency-token.ts';
import { refuseForeignCursor } from './cursor.ts';
import type { CallerFor } from './http-command.ts';
import { type HttpRequest, paramsOf, parsed } from './http-request.ts';
import { httpShell } from './http-shell.ts';
import { type Answer, refuse } from './problem.ts';

/** A read as a route offers it. */
export interface HttpQuery<W extends Who, Params extends z.ZodType, Query extends z.ZodType, Read = unknown> {
  who: W;
  params: Params;
  query: Query;
  /** How far the read model is, for a reader with a consistency token. */
  watermark?(request: Asked<W, Params, Query>): Watermark;
  /** The body of the answer, or undefined for a 404. */
  read(request: Asked<W, Params, Query>): Promise<Read>;
  /** How what was read is answered; as JSON unless said otherwise. */
  answer?(found: NonNullable<Read>, http: HttpRequest): Answer | Promise<Answer>;
  /** Answers with an `ETag` of what this picks from the body, and 304 when the caller has it. */
  etag?(body: unknown): unknown;
}
export interface Asked<W extends Who, Params extends z.ZodType, Query extends z.ZodType> {
  params: z.infer<Params>;
  query: z.infer<Query>;
  caller: CallerFor<W>;
  http: HttpRequest;
}

/** The handler of one read. Ends in 200, 304, 400, 401, 403, 404 or 503 `not-yet-consistent`. */
export const httpQuery = <W extends Who, P extends z.ZodType, Q extends z.ZodType, Read>(
  query: HttpQuery<W, P, Q, Read>,
) => httpShell((http) => answerQuery(query, http));

/** One function that answers several routes of one read model, told apart by their route key. */
export const httpQueries = (routes: Readonly<Record<string, (http: HttpRequest) => Promise<Answer>>>) =>
  httpShell((http) => {
    const serve = routes[http.event.routeKey];
    return serve ? serve(http) : refuse(404, 'not-found');
  });

/** A read for `httpQueries`. */
export const route =
  <W extends Who, P extends z.ZodType, Q extends z.ZodType, Read>(query: HttpQuery<W, P, Q, Read>) =>
  (http: HttpRequest): Promise<Answer> =>
    answerQuery(query, http);

const answerQuery = async <W extends Who, P extends z.ZodType, Q extends z.ZodType, Read>(
  query: HttpQuery<W, P, Q, Read>,
  http: HttpRequest,
): Promise<Answer> => {
  admit(query.who, http.caller);
  const seen = seenBy(http);
  const asked = {
    query: parsed(query.query, http.event.queryStringParameters ?? {}),
    params: paramsOf(query.params, http),
    caller: http.caller as CallerFor<W>,
    http,
  };
  refuseForeignCursor(asked.query, http);
  if (query.watermark) await awaitSeen(seen, query.watermark(asked));
  const body = await query.read(asked);
  if (body === undefined || body === null) return refuse(404, 'not-found');
  if (query.answer) return query.answer(body, http);
  return query.etag ? withEtag(body, query.etag(body), http) : json(body);
};

const withEtag = (body: unknown, basis: unknown, http: HttpRequest): Answer => {
  const etag = `"${createHash('sha256').update(JSON.stringify(basis)).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'no-cache' };
  const known = (http.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*') ? { statusCode: 304, headers } : json(body, 200, headers);
};
