import { v7 as uuid } from 'uuid';
import type * as z from 'zod';
import type { CommandContext } from '../command-context.ts';
import type { EventStore, Head } from '../event-store/port.ts';
import type { Outcome } from '../outcome.ts';
import { admit, type Caller, type Who } from './caller.ts';
import { type Seen, tokenOf } from './consistency-token.ts';
import { actorOf, type HttpRequest, jsonOf, paramsOf, parsed } from './http-request.ts';
import { httpShell } from './http-shell.ts';
import { type FirstAnswer, type IdempotencyKey, idempotencyKeyOf } from './idempotency.ts';
import { type Answer, refuse } from './problem.ts';

/** A command as a route offers it. */
export interface HttpCommand<
  W extends Who,
  Params extends z.ZodType,
  Body extends z.ZodType,
  Result,
  Reason extends string,
> {
  who: W;
  params: Params;
  body: Body;
  run(
    request: { params: z.infer<Params>; body: z.infer<Body>; caller: CallerFor<W>; http: HttpRequest },
    context: CommandContext,
  ): Promise<Outcome<Result, Reason>>;
  /** Refusals that are not a 409. */
  refusals?: Partial<Record<Reason, number>>;
  /** What the caller gets; also made again, from the kept answer, for a repeated request. */
  answer(result: Result, http: HttpRequest): Answer | Promise<Answer>;
}
export type CallerFor<W extends Who> = W extends 'anyone' ? Caller | undefined : Caller;

/**
 * The handler of one command: who may, is it well formed, was it asked before, do it, answer.
 * Ends in 2xx, 400, 401, 403, 404, 409 with the refusal, 413, 415, 422 or 503 `busy`; anything thrown is a 500.
 */
export const httpCommand = <W extends Who, P extends z.ZodType, B extends z.ZodType, Result, Reason extends string>(
  store: EventStore,
  command: HttpCommand<W, P, B, Result, Reason>,
) =>
  httpShell(async (http) => {
    admit(command.who, http.caller);
    const caller = http.caller as CallerFor<W>;
    const json = jsonOf(http);
    const body = parsed(command.body, json);
    const params = paramsOf(command.params, http);
    const key = idempotencyKeyOf(http, json);

    const kept = key && (await store.held(key.kind, key.key, http.now));
    if (key && kept !== undefined) return replay(command, key.recall(kept), http);

    const context = contextOf(http, key);
    const outcome = await command.run({ params, body, caller, http }, context);
    if (outcome.outcome === 'busy') return refuse(503, 'busy', { headers: { 'retry-after': '1' } });
    if (outcome.outcome === 'repeated' && key) return replay(command, key.recall(outcome.first), http);
    if (outcome.outcome === 'rejected') {
      const first = key && (await rememberRefusal(store, key, outcome.reason, context));
      return first ? replay(command, first, http) : refused(command, outcome.reason);
    }
    if (outcome.outcome === 'repeated') throw new Error('a command without a key cannot have been repeated');
    return withToken(await command.answer(outcome.answer, http), seenIn(outcome.heads));
  });

/** What a command of this request is told about where it comes from. */
export const contextOf = (
  { correlationId, caller, now, event }: HttpRequest,
  key: IdempotencyKey | undefined,
): CommandContext => {
  const commandId = uuid();
  const traceHeader = process.env._X_AMZN_TRACE_ID ?? event.headers['x-amzn-trace-id'];
  return {
    commandId,
    correlationId,
    causationId: event.requestContext.requestId,
    actor: actorOf(caller),
    now,
    ...(traceHeader !== undefined && { traceHeader }),
    ...(key && { once: key.claim }),
  };
};

type AnyCommand<Result, Reason extends string> = Pick<
  HttpCommand<Who, z.ZodType, z.ZodType, Result, Reason>,
  'refusals' | 'answer'
>;

const refused = <Result, Reason extends string>({ refusals }: AnyCommand<Result, Reason>, reason: Reason) =>
  refuse(refusals?.[reason] ?? 409, reason);

const replay = async <Result, Reason extends string>(
  command: AnyCommand<Result, Reason>,
  first: FirstAnswer,
  http: HttpRequest,
): Promise<Answer> => {
  const replayed = { 'idempotent-replayed': 'true' };
  // The answer was ours when it was kept, so its shape is the command's.
  if (first.outcome === 'rejected')
    return refuse(command.refusals?.[first.reason as Reason] ?? 409, first.reason, { headers: replayed });
  const answer = withToken(await command.answer(first.answer as Result, http), first.seen);
  return { ...answer, headers: { ...answer.headers, ...replayed } };
};

/** Keeps a refusal under the key; answers what a quicker twin of this request kept there instead. */
const rememberRefusal = async (
  store: EventStore,
  key: IdempotencyKey,
  reason: string,
  { commandId, correlationId, causationId, actor, now }: CommandContext,
): Promise<FirstAnswer | undefined> => {
  const metadata = { correlationId, causationId, actor, occurredAt: now.toISOString() };
  const claims = [key.claim({ outcome: 'rejected', reason })];
  const result = await store.commit({ id: commandId, appends: [], claims, metadata });
  return result.outcome === 'taken' ? key.recall(result.held) : undefined;
};

const seenIn = (heads: readonly Head[]): Seen =>
  Object.fromEntries(heads.map(({ stream, version }) => [stream, version]));

const withToken = (answer: Answer, seen: Seen): Answer =>
  Object.keys(seen).length === 0
    ? answer
    : { ...answer, headers: { ...answer.headers, 'x-consistency-token': tokenOf(seen) } };
