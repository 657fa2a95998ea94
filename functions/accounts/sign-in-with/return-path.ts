import * as z from 'zod';

/** Only their host matters: a path that leaves this one would leave ours. */
const ANYWHERE = 'https://site.invalid';
const LONGEST = 512;

const staysHere = (path: string): boolean =>
  /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) &&
  URL.canParse(path, ANYWHERE) &&
  new URL(path, ANYWHERE).origin === ANYWHERE &&
  !new URL(path, ANYWHERE).pathname.startsWith('/api/');

/** Where the browser goes after signing in: a page of this site, never another site and never the API. */
export const ReturnPath = z.string().max(LONGEST).refine(staysHere, 'must be a path on this site');

export const HOME = '/';

/** The sign-in page, which tells why signing in did not work and keeps where its visitor was going. */
export const signInPage = (error: string, returnTo: string): string => {
  const query = new URLSearchParams({ error, ...(returnTo !== HOME && { next: returnTo }) });
  return `/sign-in?${query}`;
};
