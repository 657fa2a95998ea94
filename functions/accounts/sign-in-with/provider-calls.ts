import { allowInsecureRequests, type HttpRequestOptions } from 'oauth4webapi';
import * as z from 'zod';
import { ProviderFailed } from './port.ts';
import { isLoopback } from './provider-settings.ts';

/** All calls of one step together; a browser is waiting. */
const PATIENCE_MS = 8_000;

type Calls = Required<Pick<HttpRequestOptions<'GET'>, 'signal'>> & { [allowInsecureRequests]: boolean };

/** Settings for the calls of one step to a provider. */
export const callsTo = (address: string): Calls => ({
  signal: AbortSignal.timeout(PATIENCE_MS),
  [allowInsecureRequests]: isLoopback(address),
});

const Refusal = z.object({ code: z.string().startsWith('OAUTH_'), error: z.string().optional() });
/** Not the answer of a provider that works: an error page, a gateway, something else altogether. */
const NO_ANSWER = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];

const reasonOf = (error: unknown): ProviderFailed['reason'] => {
  const refusal = Refusal.safeParse(error);
  if (!refusal.success || NO_ANSWER.includes(refusal.data.code)) return 'provider-unavailable';
  return refusal.data.error === 'access_denied' ? 'sign-in-cancelled' : 'sign-in-failed';
};

/** Runs the calls of a step; whatever goes wrong in them is the provider's affair. Throws `ProviderFailed`. */
export const asking = async <T>(calls: () => Promise<T>): Promise<T> => {
  try {
    return await calls();
  } catch (error) {
    throw new ProviderFailed(reasonOf(error), error);
  }
};
