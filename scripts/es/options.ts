import { parseArgs } from 'node:util';
import * as z from 'zod';
import { partsOf } from '../../events/stream-name.ts';
import { categories } from '../../events/topics.ts';

/** A command line that cannot be understood; the message names the option. */
export class UsageProblem extends Error {
  readonly reason = 'usage';
}

/** Present or not; every other option has a value. */
export const flag = z.boolean().default(false);

const isStream = (text: string): boolean => {
  try {
    return categories.some((category) => category === partsOf(text).category);
  } catch {
    return false;
  }
};

/** `main#loan#…`. */
export const stream = z
  .string()
  .refine(
    isStream,
    `is no stream; one is {tenant}#{category}#{id}, with one of the categories ${categories.join(', ')}`,
  );
export const category = z.enum(categories, `is none of the categories ${categories.join(', ')}`);
export const version = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'is no version; the first one is 1')
  .transform(Number);
/** An instant or a day; ISO 8601 in UTC. */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'is no instant such as 2026-11-21T08:00:00Z')
  .transform((text) => new Date(text).toISOString());

/** What every command takes: which system, and how to print. */
export const everywhere = {
  url: z.url('is no address such as http://localhost:4000').optional(),
  stage: z.string().optional(),
  json: flag,
  personal: flag,
};

const asUsage = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof Error && code.startsWith('ERR_PARSE_ARGS_') ? new UsageProblem(error.message) : error;
};

const valuesIn = (args: readonly string[], names: readonly string[], isFlag: (name: string) => boolean) => {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: isFlag(name) ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw asUsage(error);
  }
};

/** The options of a command by their shape; throws a `UsageProblem`. */
export const readOptions = <Shape extends z.ZodRawShape>(
  args: readonly string[],
  shape: Shape,
): z.infer<z.ZodObject<Shape>> => {
  const values = valuesIn(args, Object.keys(shape), (name) => shape[name] === flag);
  const options = z.object(shape).safeParse(values);
  if (options.success) return options.data;
  const [issue] = options.error.issues;
  const name = String(issue?.path[0]);
  throw new UsageProblem(values[name] === undefined ? `--${name} is needed` : `--${name} ${issue?.message}`);
};
