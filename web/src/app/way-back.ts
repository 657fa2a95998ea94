/** Where to go after signing in: a path on this site, never another site. */
export const wayBack = (address: URLSearchParams): string => {
  const next = address.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
};
