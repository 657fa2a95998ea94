import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { lambda } from '../lambda.ts';
import { telemetry } from '../telemetry.ts';
import { type HttpRequest, httpRequestOf } from './http-request.ts';
import { type Answer, type Problem, problemAnswer, RequestRefused } from './problem.ts';

/** What every answer carries, and where every end of a request becomes one. A fault says nothing about the inside. */
export const httpShell = (serve: (request: HttpRequest) => Promise<Answer> | Answer) =>
  lambda<APIGatewayProxyEventV2, Answer>(async (event) => {
    const request = httpRequestOf(event);
    const answer = await Promise.resolve()
      .then(() => serve(request))
      .catch((error: unknown) => problemAnswer(problemOf(error, request)));
    return {
      ...answer,
      headers: { 'x-correlation-id': request.correlationId, 'x-content-type-options': 'nosniff', ...answer.headers },
    };
  });

const problemOf = (error: unknown, { correlationId, event }: HttpRequest): Problem => {
  if (error instanceof RequestRefused) return error.problem;
  const fault = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { error };
  telemetry.error('the request ended in a fault', { correlationId, route: event.routeKey, ...fault });
  return { status: 500, code: 'internal-error', detail: `correlation id ${correlationId}` };
};
