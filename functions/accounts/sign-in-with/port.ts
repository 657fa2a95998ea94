/** A person as a provider tells it. */
export interface Person {
  /** The provider's own name for the person, which never changes and is never given to another. */
  subject: string;
  /** The address that the provider has verified; undefined when there is none. */
  verifiedEmail: string | undefined;
  name: string | undefined;
}

/** What one attempt is bound to; the provider gets hashes and random values only. */
export interface Round {
  redirectUri: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Somebody who can say who a person is. */
export interface Provider {
  /** Where the browser is sent. Throws `ProviderFailed`. */
  authorizationUrl(round: Round): Promise<URL>;
  /** Who came back with these parameters. Throws `ProviderFailed`. */
  personBehind(callback: URLSearchParams, round: Round): Promise<Person>;
}

/** A provider did not answer, or said something that must not be believed. */
export class ProviderFailed extends Error {
  override readonly name = 'ProviderFailed';
  readonly reason: 'provider-unavailable' | 'sign-in-failed' | 'sign-in-cancelled';
  constructor(reason: ProviderFailed['reason'], cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
