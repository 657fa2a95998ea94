import type { IdentityProvider } from '../../../../events/accounts/identity-provider.ts';

/** A sign-in that was sent to a provider and has not come back. */
export interface Attempt {
  provider: IdentityProvider;
  /** A hash of what only the browser that began it has. */
  browser: string;
  returnTo: string;
}

/** Attempts by their `state`: each is there for ten minutes and can be taken once. */
export interface Attempts {
  begin(state: string, attempt: Attempt, now: Date): Promise<void>;
  /** Where the attempt was going; undefined when it is unknown, over, taken, of another browser or of another provider. */
  take(state: string, of: Pick<Attempt, 'provider' | 'browser'>, now: Date): Promise<string | undefined>;
}

export const ATTEMPT_SECONDS = 10 * 60;
