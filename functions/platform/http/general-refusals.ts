import * as z from 'zod';
import type { Endpoint, Refusals } from './endpoint.ts';

/** The body of every refusal (RFC 9457): `code` is stable, `errors` names each field of a bad request. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

const SIGNED_IN: Refusals = { unauthenticated: 401, forbidden: 403 };
const COMMAND: Refusals = {
  'idempotency-key-in-use': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  busy: 503,
};
const QUERY: Refusals = { 'not-yet-consistent': 503 };
const isEmpty = (shape: z.ZodType) => shape instanceof z.ZodObject && Object.keys(shape.shape).length === 0;

/** Whether a route changes something: it takes a body and an idempotency key. */
export const isCommand = ({ route }: Pick<Endpoint, 'route'>): boolean => !route.startsWith('GET ');

/** What a route may answer besides what it names itself: by who may call it, by its path, by its method. */
export const generalRefusals = ({ route, who, params }: Endpoint): Refusals => ({
  'invalid-request': 400,
  ...(who !== 'anyone' && SIGNED_IN),
  ...(!isEmpty(params) && { 'not-found': 404 }),
  ...(isCommand({ route }) ? COMMAND : QUERY),
});

/** All refusals of a route by code. */
export const refusalsOf = (endpoint: Endpoint): Refusals => ({
  ...generalRefusals(endpoint),
  ...endpoint.refusals,
});
