import * as z from 'zod';

/** A page of a list, as every list of the contract answers it. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullish() });

/** The path with what is set of the parameters; empty words are left out, so that they do not filter. */
export const pathWith = (path: string, parameters: Record<string, string | number | undefined | null>): string => {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** The cursor to ask for next, or undefined when the list has ended. */
export const nextCursorOf = (page: { nextCursor?: string | null | undefined }): string | undefined =>
  page.nextCursor ?? undefined;

/** All items of the pages read so far; an item that moved between two reads is shown once. */
export const itemsOf = <Item>(pages: readonly { items: readonly Item[] }[], idOf: (item: Item) => string): Item[] => [
  ...new Map(pages.flatMap(({ items }) => items).map((item) => [idOf(item), item])).values(),
];

/** The cursor of the first page: none. */
export const firstPage = (): string | undefined => undefined;
