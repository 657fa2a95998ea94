import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';
import { IdentityProvider } from './identity-provider.ts';

/**
 * A provider said that its person owns the address of this account. `endsPassword`: a password that somebody had set without
 * proving the address went, and with it the sessions that had begun before.
 */
export const IdentityLinked = contract(
  'accounts.identity-linked',
  1,
  z.object({
    memberId: MemberId,
    provider: IdentityProvider,
    subject: z.string(),
    linkedAt: z.iso.datetime(),
    endsPassword: z.boolean(),
  }),
  { category: 'account', sealed: { subject: 'memberId', blank: { subject: '' } } },
);
export type IdentityLinked = EventOf<typeof IdentityLinked>;
