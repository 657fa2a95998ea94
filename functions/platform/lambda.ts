import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger, metrics, tracer } from './telemetry.ts';

/** Powertools' own middleware warns of every invocation that measured nothing, which most do. */
const publishMetrics = (): void => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

/** The shell around every function: structured logs with the request's context, metrics flushed once, a trace segment. */
export const lambda = <Event, Result>(
  handle: (event: Event, context: Context) => Promise<Result>,
): MiddyfiedHandler<Event, Result> =>
  middy<Event, Result>()
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .use(injectLambdaContext(logger, { clearState: true }))
    .use({ after: publishMetrics, onError: publishMetrics })
    .handler(handle);
