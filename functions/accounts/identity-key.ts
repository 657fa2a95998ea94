import { createHash } from 'node:crypto';
import type { Identity } from './domain/account.ts';

/** What is claimed for a provider's person. A hash, so that no claim holds what a provider calls somebody. */
export const identityKey = ({ provider, subject }: Identity): string =>
  createHash('sha256').update(`${provider}\n${subject}`).digest('hex');
