import * as z from 'zod';
import type { Endpoint } from '../../functions/platform/http/endpoint.ts';
import { ProblemBody, refusalsOf } from '../../functions/platform/http/general-refusals.ts';
import type { Reply } from '../support/library.ts';

/** What an answer does that its route never promised; empty when it keeps to the contract. */
export const breaches = (endpoint: Endpoint, { status, headers, body }: Reply): readonly string[] => {
  const always = [
    ...(headers.get('x-correlation-id') ? [] : ['no X-Correlation-Id']),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['no X-Content-Type-Options: nosniff']),
  ];
  return [
    ...always,
    ...(status >= 400 ? ofRefusal(endpoint, status, headers, body) : ofAnswer(endpoint, status, headers, body)),
  ];
};

const ofRefusal = (endpoint: Endpoint, status: number, headers: Headers, body: unknown): string[] => {
  const problem = ProblemBody.safeParse(body);
  if (!problem.success) return [`${status} is no problem: ${z.prettifyError(problem.error)}`];
  const { code } = problem.data;
  const promised = refusalsOf(endpoint)[code];
  return [
    ...(headers.get('content-type') === 'application/problem+json' ? [] : ['not application/problem+json']),
    ...(problem.data.status === status ? [] : ['another status in the body']),
    ...(promised === status ? [] : [`${status} ${code} is not declared`]),
    ...(code !== 'invalid-request' || (problem.data.errors ?? []).length > 0 ? [] : ['a 400 that names no field']),
  ];
};

const ofAnswer = ({ answers }: Endpoint, status: number, headers: Headers, body: unknown): string[] => {
  const answer = answers[status];
  if (answer === undefined) return [`${status} is not declared`];
  if (answer === null) return body === undefined ? [] : [`${status} has a body`];
  const [mediaType, shape] =
    answer instanceof z.ZodType ? ['application/json', answer] : [answer.mediaType, answer.shape];
  const sent = (headers.get('content-type') ?? '').split(';')[0];
  const parsed = shape.safeParse(body);
  return [
    ...(sent === mediaType.split(';')[0] ? [] : [`${sent} instead of ${mediaType}`]),
    ...(parsed.success ? [] : [z.prettifyError(parsed.error)]),
  ];
};
