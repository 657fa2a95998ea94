import * as z from 'zod';

const Properties = z.record(z.string(), z.unknown());

/** One entry of a template's `Resources`, intrinsics unresolved. */
export const TemplateResource = z.object({
  Type: z.string(),
  Properties: Properties.default({}),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Metadata: Properties.default({}),
});
export type TemplateResource = z.infer<typeof TemplateResource>;

/** The parts of a CloudFormation template that decide what runs. */
export const Template = z.object({
  Resources: z.record(z.string(), TemplateResource).default({}),
  Parameters: z
    .record(
      z.string(),
      z.object({
        Type: z.string(),
        Default: z
          .union([z.string(), z.number(), z.boolean()])
          .transform((value) => String(value))
          .optional(),
      }),
    )
    .default({}),
  Conditions: Properties.default({}),
  Mappings: z.record(z.string(), z.record(z.string(), Properties)).default({}),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: z.unknown(),
        Condition: z.string().optional(),
        Export: z.object({ Name: z.unknown() }).optional(),
      }),
    )
    .default({}),
});
export type Template = z.infer<typeof Template>;
