import { LONGEST_QUESTION, type Search, searchKinds } from './api/search-library.ts';

/** The question cut to what the library takes, by code points, so that no letter is cut in half. */
const askable = (q: string): string => Array.from(q.trim()).slice(0, LONGEST_QUESTION).join('');

/** The search that an address asks for; what it gets wrong counts as left out. */
export const searchOf = (address: URLSearchParams): Search => ({
  q: askable(address.get('q') ?? ''),
  kind: searchKinds.find((kind) => kind === address.get('kind')),
});

/** The address of a search. */
export const addressOfSearch = ({ q, kind }: Search): string => {
  const parameters = new URLSearchParams({ ...(askable(q) && { q: askable(q) }), ...(kind && { kind }) }).toString();
  return parameters === '' ? '/search' : `/search?${parameters}`;
};
