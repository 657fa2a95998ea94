import * as z from 'zod';

/** The names that AsyncAPI 3 allows as keys. */
const Key = z.string().regex(/^[A-Za-z0-9_.-]+$/);
const Ref = z.strictObject({ $ref: z.string().startsWith('#/') });
const Schema = z.record(z.string(), z.unknown());
/** Whatever begins with `x-` is an extension. */
const extensions = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .looseObject(shape)
    .refine((value) => Object.keys(value).every((key) => key in shape || key.startsWith('x-')), 'an unknown field');

const Message = extensions({
  name: z.string(),
  title: z.string(),
  summary: z.string().min(1),
  contentType: z.literal('application/json'),
  headers: Ref.optional(),
  correlationId: Ref,
  payload: Schema,
  bindings: z.record(z.string(), Schema).optional(),
  examples: z.array(z.strictObject({ name: z.string(), payload: z.unknown() })).optional(),
});
const Described = z.strictObject({ description: z.string() });

/** The part of AsyncAPI 3.0.0 that the document uses; nothing else is allowed in it. */
export const AsyncApi = z.strictObject({
  asyncapi: z.literal('3.0.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string() }),
  }),
  defaultContentType: z.string(),
  servers: z.record(
    Key,
    z.strictObject({ host: z.string(), protocol: z.string(), variables: z.record(Key, Described) }),
  ),
  channels: z.record(
    Key,
    z.strictObject({
      address: z.string(),
      description: z.string(),
      parameters: z.record(Key, z.union([Ref, Described])),
      servers: z.array(Ref),
      messages: z.record(Key, Ref),
    }),
  ),
  operations: z.record(
    Key,
    z.strictObject({
      action: z.enum(['send', 'receive']),
      channel: Ref,
      title: z.string().optional(),
      messages: z.array(Ref).min(1),
    }),
  ),
  components: z.strictObject({
    parameters: z.record(Key, Described),
    correlationIds: z.record(Key, z.strictObject({ location: z.string().startsWith('$message.') })),
    messages: z.record(Key, Message),
    schemas: z.record(Key, Schema),
  }),
});

const refsIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  if ('$ref' in node && typeof node.$ref === 'string') return [node.$ref];
  return Object.values(node).flatMap(refsIn);
};

const found = (document: unknown, ref: string): unknown =>
  ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>(
      (node, key) =>
        typeof node === 'object' && node !== null ? new Map<string, unknown>(Object.entries(node)).get(key) : undefined,
      document,
    );

/** References that lead nowhere. */
export const danglingRefs = (document: unknown): readonly string[] =>
  refsIn(document).filter((ref) => found(document, ref) === undefined);
