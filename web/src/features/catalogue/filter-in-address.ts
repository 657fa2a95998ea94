import { type SeriesFilter, sortKeys } from './api/list-series.ts';

/** The filter that an address asks for; what it gets wrong counts as left out. */
export const filterOf = (address: URLSearchParams): SeriesFilter => ({
  title: address.get('title') ?? '',
  author: address.get('author') ?? '',
  genre: address.get('genre') ?? '',
  sort: sortKeys.find((key) => key === address.get('sort')) ?? 'title',
  order: address.get('order') === 'desc' ? 'desc' : 'asc',
});

/** The address of a filter; what is usual is left out. */
export const addressOf = (filter: SeriesFilter): Record<string, string> => {
  const usual = filterOf(new URLSearchParams());
  const names = ['title', 'author', 'genre', 'sort', 'order'] as const;
  return Object.fromEntries(names.filter((name) => filter[name] !== usual[name]).map((name) => [name, filter[name]]));
};
