import type { MemberId } from '../../events/ids.ts';
import { json, noContent } from '../platform/http/answers.ts';
import type { Answer } from '../platform/http/problem.ts';
import type { IssuedRefresh, Sessions } from './sessions/port.ts';
import type { ShownUser } from './shown-user.ts';
import type { SignedIn } from './signed-in.ts';
import type { AccessTokens } from './tokens/access-token.ts';
import { ACCESS_TOKEN_SECONDS } from './tokens/access-token-lifetime.ts';

const COOKIE = 'bunko_refresh';

interface Needs {
  tokens: AccessTokens;
  sessions: Pick<Sessions, 'begin'>;
  secureCookies: boolean;
}

/** The answers that carry a session: an access token in the body, a refresh token in a cookie no script can read. */
export const signInAnswers = ({ tokens, sessions, secureCookies }: Needs) => {
  const cookie = (value: string, seconds: number) =>
    [
      `${COOKIE}=${value}`,
      'HttpOnly',
      'SameSite=Strict',
      'Path=/api/auth',
      `Max-Age=${seconds}`,
      ...(secureCookies ? ['Secure'] : []),
    ].join('; ');
  const secondsUntil = (end: Date, now: Date) => Math.floor((end.getTime() - now.getTime()) / 1000);

  const cookieOf = (refresh: IssuedRefresh, now: Date) => cookie(refresh.token, secondsUntil(refresh.expiresAt, now));

  /** Goes on with a session that exists. */
  const continued = async (user: ShownUser, refresh: IssuedRefresh, now: Date): Promise<Answer> => {
    const accessToken = await tokens.mint({ memberId: user.id, name: user.name, roles: user.roles }, now);
    const body: SignedIn = { accessToken, tokenType: 'Bearer', expiresIn: ACCESS_TOKEN_SECONDS, user };
    return { ...json(body), cookies: [cookieOf(refresh, now)] };
  };
  /** Begins a session. */
  const begun = async (user: ShownUser, now: Date): Promise<Answer> =>
    continued(user, await sessions.begin(user.id, now), now);
  return {
    /** Begins a session for a browser that is sent on: the page there asks for the access token. */
    cookieOfNew: async (memberId: MemberId, now: Date): Promise<string> =>
      cookieOf(await sessions.begin(memberId, now), now),
    continued,
    begun,
    /** Begins the first session of a new account. */
    registered: async (user: ShownUser, now: Date): Promise<Answer> => {
      const answer = await begun(user, now);
      return { ...answer, statusCode: 201, headers: { ...answer.headers, location: '/api/me' } };
    },
    ended: (): Answer => ({ ...noContent(), cookies: [cookie('', 0)] }),
  };
};

/** The refresh token among the cookies of a request. */
export const refreshTokenOf = (cookies: readonly string[] | undefined): string | undefined =>
  cookies
    ?.map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
