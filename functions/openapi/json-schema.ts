import * as z from 'zod';

/**
 * A shape as JSON Schema 2020-12, which OpenAPI 3.1 speaks. What is sent is described as it is sent, before any transformation.
 * A query parameter is text on the wire and often a number to its reader: the metadata `openapi` says which.
 */
export const jsonSchemaOf = (shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const told = z.globalRegistry.get(zodSchema)?.openapi;
      if (!told) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema];
      Object.assign(jsonSchema, told);
    },
  });
  return schema;
};

declare module 'zod' {
  interface GlobalMeta {
    /** How OpenAPI shows it, instead of what its shape says. */
    openapi?: Readonly<Record<string, unknown>>;
  }
}
