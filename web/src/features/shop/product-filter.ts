/** The orders in which products can be shown, and how the shop is asked for each. */
export const sortings = {
  newest: { sort: 'newest', order: 'desc' },
  cheapest: { sort: 'price', order: 'asc' },
  dearest: { sort: 'price', order: 'desc' },
  name: { sort: 'name', order: 'asc' },
} as const;
export type Sorting = keyof typeof sortings;

const isSorting = (word: string): word is Sorting => Object.hasOwn(sortings, word);

export const sortingWords = Object.keys(sortings).filter(isSorting);

/** What is looked for in the shop. Prices are as typed: an empty one does not filter. */
export interface ProductFilter {
  q: string;
  categoryId: string;
  minPrice: string;
  maxPrice: string;
  sorting: Sorting;
}

const priceIn = (text: string | null): string => (text !== null && /^\d{1,9}$/.test(text) ? text : '');

/** The filter that an address asks for; what it gets wrong counts as left out. */
export const filterOf = (address: URLSearchParams): ProductFilter => {
  const sorting = address.get('sort') ?? '';
  return {
    q: address.get('q') ?? '',
    categoryId: address.get('categoryId') ?? '',
    minPrice: priceIn(address.get('minPrice')),
    maxPrice: priceIn(address.get('maxPrice')),
    sorting: isSorting(sorting) ? sorting : 'newest',
  };
};

/** The address of a filter; what is usual is left out. */
export const addressOf = ({ sorting, ...rest }: ProductFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...rest, sort: sorting === 'newest' ? '' : sorting }).filter(([, value]) => value !== ''),
  );

/** What the shop is asked for a filter. */
export const questionOf = ({ q, categoryId, minPrice, maxPrice, sorting }: ProductFilter): Record<string, string> => ({
  q: q.trim(),
  categoryId,
  minPrice: priceIn(minPrice),
  maxPrice: priceIn(maxPrice),
  ...sortings[sorting],
});
