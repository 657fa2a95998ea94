import { invalid } from '../platform/http/problem.ts';
import { personalVault } from '../platform/personal-wire.ts';
import { readUnsubscribeToken, type Unsubscribing } from './unsubscribe-token.ts';

/** What a token allows; 400 for one that allows nothing. */
export const allowedBy = async (token: string): Promise<Unsubscribing> =>
  (await readUnsubscribeToken(personalVault, token)) ??
  invalid('token', 'is not of a mail of ours, or its member has left');
