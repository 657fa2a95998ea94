import * as z from 'zod';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { isCommand, ProblemBody, refusalsOf } from '../platform/http/general-refusals.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { answersOf, PROBLEM } from './responses.ts';

/** The OpenAPI 3.1 document of these routes. Public operations say `security: []`, all others name the bearer scheme. */
export const openApiDocument = (endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>>) => ({
  openapi: '3.1.0',
  info: {
    title: 'Bunko',
    version: '1.0.0',
    description: 'A library that lends, sells and exhibits. Errors are RFC 9457 problems with a stable `code`.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: Object.keys(endpointsByDomain).map((name) => ({ name })),
  security: [{ bearer: [] }],
  paths: pathsOf(endpointsByDomain),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: { Problem: jsonSchemaOf(ProblemBody, 'output') },
    responses: { Problem: { description: 'Refused', content: { 'application/problem+json': { schema: PROBLEM } } } },
    parameters: COMMON_PARAMETERS,
  },
});

const COMMON_PARAMETERS = {
  IdempotencyKey: header('Idempotency-Key', 'The same key with the same body gives the first answer for 24 hours', {
    type: 'string',
    minLength: 1,
    maxLength: 128,
  }),
  ConsistencyToken: header('X-Consistency-Token', 'Waits until the read model has seen that write', {
    type: 'string',
    maxLength: 4096,
    pattern: '^[A-Za-z0-9_-]+$',
  }),
};

function header(name: string, description: string, schema: object) {
  return { name, in: 'header', required: false, description, schema };
}

const pathsOf = (endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>>) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [tag, endpoints] of Object.entries(endpointsByDomain))
    for (const endpoint of endpoints) {
      const [method = '', path = ''] = endpoint.route.split(' ');
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(endpoint, tag) };
    }
  return Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const operationOf = (endpoint: Endpoint, tag: string) => ({
  operationId: operationIdOf(endpoint.route),
  tags: [tag],
  summary: endpoint.summary,
  description: `For ${WHO[endpoint.who]}. Refusals: ${Object.entries(refusalsOf(endpoint))
    .map(([code, status]) => `${status} \`${code}\``)
    .join(', ')}.`,
  security: endpoint.who === 'anyone' ? [] : [{ bearer: [] }],
  parameters: [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    { $ref: `#/components/parameters/${isCommand(endpoint) ? 'IdempotencyKey' : 'ConsistencyToken'}` },
  ],
  ...(isCommand(endpoint) && { requestBody: requestBodyOf(endpoint.body) }),
  responses: answersOf(endpoint),
});

const WHO = {
  anyone: 'anyone',
  member: 'members',
  librarian: 'librarians and admins',
  admin: 'admins',
} as const;

/** `POST /api/loans/{loanId}/renew` is `postLoansLoanIdRenew`. */
const operationIdOf = (route: string): string =>
  route
    .replace(' /api', '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word, index) =>
      index === 0 ? word.replace(/^[A-Z]+/, (method) => method.toLowerCase()) : word[0]?.toUpperCase() + word.slice(1),
    )
    .join('');

const Properties = z.object({
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })).default({}),
  required: z.array(z.string()).default([]),
});

const parametersOf = (shape: z.ZodType, place: 'path' | 'query') => {
  const { properties, required } = Properties.parse(jsonSchemaOf(shape, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
};

/** A command without fields may come without a body. */
const requestBodyOf = (shape: z.ZodType) => {
  const schema = jsonSchemaOf(shape, 'input');
  const { required } = Properties.partial().parse(schema);
  return { required: (required ?? []).length > 0, content: { 'application/json': { schema } } };
};
