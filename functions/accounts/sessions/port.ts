import type { MemberId } from '../../../events/ids.ts';

/** A refresh token as it is handed out, and how long it may be used. */
export interface IssuedRefresh {
  token: string;
  memberId: MemberId;
  /** When its session began, with a sign-in. */
  begunAt: Date;
  expiresAt: Date;
}

/** Families of refresh tokens: each sign-in begins one, each refresh replaces its only valid token. */
export interface Sessions {
  begin(memberId: MemberId, now: Date): Promise<IssuedRefresh>;
  /** The next token; undefined for a token that is unknown, expired or was used before. The last ends the family. */
  rotate(token: string, now: Date): Promise<IssuedRefresh | undefined>;
  /** Ends the family of a token, whichever of its tokens it is. */
  end(token: string): Promise<void>;
}

/** How long a session lasts after it was last used. */
export const SESSION_DAYS = 30;
export const sessionEnd = (now: Date): Date => new Date(now.getTime() + SESSION_DAYS * 86_400_000);
