import type { Category } from './topics.ts';

/** The tenant of every stream, unless a stage says otherwise. */
export const DEFAULT_TENANT = 'main';

const PART = /^[^#]+$/;

/** `{tenant}#{category}#{id}`; throws a RangeError when a part is empty or contains `#`. */
export const streamName = (category: Category, id: string, tenant = DEFAULT_TENANT): string => {
  for (const part of [tenant, category, id])
    if (!PART.test(part)) throw new RangeError(`a part of a stream name is empty or contains #: ${part}`);
  return `${tenant}#${category}#${id}`;
};

/** The parts of a stream's name; throws a RangeError when it is not one. */
export const partsOf = (stream: string): { tenant: string; category: string; id: string } => {
  const [tenant, category, id, ...rest] = stream.split('#');
  if (!tenant || !category || !id || rest.length > 0) throw new RangeError(`not a stream name: ${stream}`);
  return { tenant, category, id };
};
