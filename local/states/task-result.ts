import * as z from 'zod';
import type { InvokeResult } from '../ports.ts';
import type { Json } from './asl-states.ts';
import type { Outcome } from './open-tasks.ts';

/** The largest input or output of a state, bytes. */
const DATA_LIMIT = 256 * 1024;

/** Errors of the Lambda service itself; everything else is a name that the function or its sandbox gave. */
const SERVICE_ERROR = /Exception$/;
const serviceErrors = new Set([
  'TooManyRequestsException',
  'ResourceNotFoundException',
  'ResourceNotReadyException',
  'ServiceException',
  'RequestEntityTooLargeException',
  'AWSLambdaException',
]);

const failed = (error: string, cause: string, catchable = true): Outcome => ({
  ok: false,
  failure: { error, cause, catchable },
});

/** How a result of `lambda:invoke` is wrapped, and that of a plain function is not. */
const wrapped = (payload: Json, isPlain: boolean): Json =>
  isPlain ? payload : { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };

/** What an invocation means for the state that asked for it, in Step Functions' error names. */
export const taskOutcome = (result: InvokeResult, isPlain: boolean): Outcome => {
  if (!result.ok) {
    const { errorType, errorMessage, trace } = result;
    if (SERVICE_ERROR.test(errorType) && serviceErrors.has(errorType))
      return failed(`Lambda.${errorType}`, errorMessage);
    return failed(errorType, JSON.stringify({ errorMessage, errorType, ...(trace && { trace }) }));
  }
  return withinLimit(
    wrapped(
      z
        .json()
        .catch(null)
        .parse(result.payload ?? null),
      isPlain,
    ),
  );
};

/** Too much data ends the execution; nothing may catch that. */
export const withinLimit = (result: Json): Outcome =>
  Buffer.byteLength(JSON.stringify(result)) > DATA_LIMIT
    ? failed(
        'States.DataLimitExceeded',
        'The state/task returned a result with a size exceeding the maximum number of bytes service limit.',
        false,
      )
    : { ok: true, result };
