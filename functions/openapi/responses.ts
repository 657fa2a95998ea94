import * as z from 'zod';
import type { Answers, Endpoint } from '../platform/http/endpoint.ts';
import { isCommand, refusalsOf } from '../platform/http/general-refusals.ts';
import { jsonSchemaOf } from './json-schema.ts';

export const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** Every answer a route may give: what it declares, and each status it refuses with. A 500 is nobody's promise. */
export const answersOf = (endpoint: Endpoint) => {
  const refusals = Object.entries(refusalsOf(endpoint));
  const statuses = [...new Set(refusals.map(([, status]) => status))].sort();
  return {
    ...Object.fromEntries(
      Object.entries(endpoint.answers).map(([status, answer]) => [status, success(endpoint, answer)]),
    ),
    ...Object.fromEntries(
      statuses.map((status) => [
        status,
        {
          description: refusals.flatMap(([code, of]) => (of === status ? [`\`${code}\``] : [])).join(', '),
          headers: { ...CORRELATION, ...(RETRIED.includes(status) && RETRY_AFTER) },
          content: { 'application/problem+json': { schema: PROBLEM } },
        },
      ]),
    ),
  };
};

const RETRIED = [429, 503];
const CORRELATION = {
  'X-Correlation-Id': { schema: { type: 'string' }, description: 'Follows every event of this request' },
};
const RETRY_AFTER = { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds' } };
const TOKEN = {
  'X-Consistency-Token': { schema: { type: 'string' }, description: 'For reads that must see this write' },
};

const success = (endpoint: Endpoint, answer: Answers[number]) => {
  const headers = { ...CORRELATION, ...(isCommand(endpoint) && TOKEN) };
  if (answer === undefined || answer === null) return { description: 'Done', headers };
  const [mediaType, shape] =
    answer instanceof z.ZodType ? ['application/json', answer] : [answer.mediaType, answer.shape];
  return { description: 'Done', headers, content: { [mediaType]: { schema: jsonSchemaOf(shape, 'output') } } };
};
