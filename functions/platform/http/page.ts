import * as z from 'zod';

/** One page of a list, as every list answers it; `nextCursor` is null at its end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
