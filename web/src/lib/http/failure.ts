import * as z from 'zod';

/** RFC 9457, as the HTTP contract fills it; unknown members are let through for later. */
export const Problem = z.object({
  status: z.number(),
  code: z.string(),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Why a request came to nothing: the server refused, nobody answered, or the answer was not what the contract says. */
export const Failure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('problem'), problem: Problem }),
  z.object({ kind: z.literal('unreachable') }),
  z.object({ kind: z.literal('unreadable') }),
]);
export type Failure = z.infer<typeof Failure>;

export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind === 'problem' ? failure.problem.code : failure.kind, options);
    this.failure = failure;
  }
}

const Carrier = z.object({ failure: Failure });

/** What a caught value says of itself; anything that is not ours counts as unreadable. */
export const failureOf = (error: unknown): Failure => {
  const carrier = Carrier.safeParse(error);
  return carrier.success ? carrier.data.failure : { kind: 'unreadable' };
};

/** The answer may be another one in a moment: nobody answered, the server is busy, or it has broken down. */
export const mayPass = (failure: Failure): boolean =>
  failure.kind === 'unreachable' ||
  (failure.kind === 'problem' && (failure.problem.status >= 500 || failure.problem.code === 'idempotency-key-in-use'));

/** Reads the problem out of an answer that is not a success, even when it is no problem document. */
export const failureOfAnswer = async (response: Response): Promise<Failure> => {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = Problem.safeParse(body);
  if (problem.success) return { kind: 'problem', problem: problem.data };
  return {
    kind: 'problem',
    problem: { status: response.status, code: response.status === 404 ? 'not-found' : 'fault' },
  };
};
