import type { Row } from './port.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** What marks the values that partition a table and its indexes: two generations never share a partition. */
const MARK = /^g(\d+)#/;

/**
 * The first generation has no mark: the rows of a view from before it was ever rebuilt are its first generation. Nothing
 * that a view is keyed by (ids, buckets) begins like a mark.
 */
const markOf = (generation: number): string => (generation === 1 ? '' : `g${generation}#`);

/** The generation that a partition of the table belongs to. */
export const generationOf = (pk: string): number => Number(MARK.exec(pk)?.[1] ?? 1);

/**
 * How the rows of one generation lie in the table: the generation is in the partition key, and in the value of every
 * attribute that partitions an index (`partitions`). Projections and queries see neither.
 */
export const generationKey = (generation: number, partitions: readonly string[]) => {
  const mark = markOf(generation);
  const marked = ['pk', ...partitions];
  const change = (attributes: Attributes, to: (value: string) => string): Attributes => {
    const present = marked.flatMap((name) => {
      const value = attributes[name];
      return typeof value === 'string' ? [[name, to(value)] as const] : [];
    });
    return { ...attributes, ...Object.fromEntries(present) };
  };
  return {
    /** One partition's value, as the table has it. */
    value: (value: string): string => mark + value,
    /** Attributes as the table has them. */
    stored: (attributes: Attributes): Attributes =>
      mark === '' ? attributes : change(attributes, (value) => mark + value),
    /** Attributes as a projection or a query has them. */
    shown: <Shown extends Attributes | Row>(attributes: Shown): Shown =>
      mark === ''
        ? attributes
        : ({ ...attributes, ...change(attributes, (value) => value.slice(mark.length)) } as Shown),
  };
};
export type GenerationKey = ReturnType<typeof generationKey>;
