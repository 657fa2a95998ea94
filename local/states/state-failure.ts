import * as z from 'zod';

/** How a state, a branch or an execution failed; kept in the journal as it is. */
export const Failure = z.object({
  error: z.string(),
  cause: z.string().optional(),
  /** Whether `States.ALL` may take it. */
  catchable: z.boolean(),
});
export type Failure = z.infer<typeof Failure>;

/** Thrown by a state that failed; told apart by `reason`. */
export class StateFailed extends Error {
  readonly reason = 'state-failed';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.error);
    this.failure = failure;
  }
}

export const stateFailure = (error: string, cause?: string, catchable = true): StateFailed =>
  new StateFailed({ error, catchable, ...(cause !== undefined && { cause }) });

/** What failed, when that is what was thrown. */
export const failureIn = (error: unknown): Failure | undefined =>
  error instanceof Error && 'reason' in error && error.reason === 'state-failed' && 'failure' in error
    ? Failure.parse(error.failure)
    : undefined;

/** Failures of the function's sandbox go by their own name and by the one they used to have. */
const isSandbox = (error: string) => error === 'Sandbox.Timedout' || error.startsWith('Runtime.');

const matches = (name: string, { error, catchable }: Failure, isTask: boolean): boolean => {
  if (name === error) return true;
  if (name === 'States.ALL') return catchable;
  if (name === 'States.TaskFailed') return catchable && isTask && error !== 'States.Timeout';
  if (name === 'States.Timeout') return error === 'States.HeartbeatTimeout';
  return name === 'Lambda.Unknown' && isSandbox(error);
};

/** The first retrier or catcher that names a failure. */
export const firstMatch = <Rule extends { ErrorEquals: readonly string[] }>(
  rules: readonly Rule[],
  failure: Failure,
  isTask: boolean,
): Rule | undefined => rules.find(({ ErrorEquals }) => ErrorEquals.some((name) => matches(name, failure, isTask)));
