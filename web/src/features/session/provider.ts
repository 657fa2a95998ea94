import { failureOfAnswer, RequestFailed } from '../../lib/http/failure.ts';

export const providers = ['google', 'github'] as const;
export type Provider = (typeof providers)[number];

const LONGEST_PATH = 512;

/** The path as an address bar writes it; one that is too long is given up for the first page. */
const writtenPath = (path: string): string => {
  const { pathname, search } = new URL(path, 'https://this-site.invalid');
  return pathname.length + search.length > LONGEST_PATH ? '/' : `${pathname}${search}`;
};

/** Where a sign-in with a provider begins; the browser comes back to `returnTo` on this site. */
export const wayTo = (provider: Provider, returnTo: string): string =>
  `/api/auth/${provider}/authorize?returnTo=${encodeURIComponent(writtenPath(returnTo))}`;

/**
 * Asks whether the way is open before the browser leaves the page, because a refusal would be shown as bare JSON.
 * A redirect that is not followed tells nothing of itself but that it is one. Rejects with `RequestFailed`.
 */
export const askTheWay = async (way: string): Promise<void> => {
  const answer = await fetch(way, { redirect: 'manual', credentials: 'same-origin' }).catch((error: unknown) => {
    throw new RequestFailed({ kind: 'unreachable' }, { cause: error });
  });
  if (answer.type !== 'opaqueredirect') throw new RequestFailed(await failureOfAnswer(answer));
};
