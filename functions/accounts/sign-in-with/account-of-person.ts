import * as z from 'zod';
import type { IdentityProvider } from '../../../events/accounts/identity-provider.ts';
import { MemberId } from '../../../events/ids.ts';
import type { CommandContext } from '../../platform/command-context.ts';
import type { commandLoop } from '../../platform/command-loop.ts';
import { beginning, from } from '../../platform/source.ts';
import { type Account, account, type Identity, type RegisteredAccount } from '../domain/account.ts';
import { decideLink, decideRegisterWith } from '../domain/decide-account.ts';
import { addressKey, EmailAddress } from '../email-address.ts';
import { identityKey } from '../identity-key.ts';
import { PersonName } from '../person-name.ts';
import type { Person } from './port.ts';

interface Needs {
  newMemberId: () => MemberId;
  newCommandId: () => string;
  held: (kind: string, key: string, now: Date) => Promise<unknown>;
  readAccount: (memberId: MemberId) => Promise<Account>;
  decide: ReturnType<typeof commandLoop>;
}
export type Recognised =
  | { outcome: 'recognised'; account: RegisteredAccount }
  | { outcome: 'email-not-verified' }
  | { outcome: 'busy' };

const Owner = z.object({ memberId: MemberId });
/** Two browsers of one new person at the same moment: who comes second finds what the first has made. */
const TRIES = 4;

/**
 * The account of a provider's person: the one it is linked to, whatever its address is by now; else the one of the address that
 * the provider verified, which is linked; else a new one.
 */
export const accountOfPerson =
  (needs: Needs) =>
  async (provider: IdentityProvider, person: Person, context: CommandContext): Promise<Recognised> => {
    const identity = { provider, subject: person.subject };
    const ownerOf = async (kind: string, key: string) =>
      Owner.safeParse(await needs.held(kind, key, context.now)).data?.memberId;
    for (let tries = 0; tries < TRIES; tries++) {
      const known = await ownerOf('identity', identityKey(identity));
      const found = known && (await needs.readAccount(known));
      if (found && found.status === 'registered') return { outcome: 'recognised', account: found };
      const email = EmailAddress.safeParse(person.verifiedEmail);
      if (!email.success) return { outcome: 'email-not-verified' };
      const owner = await ownerOf('email', addressKey(email.data));
      const own = { ...context, commandId: needs.newCommandId() };
      await (owner
        ? link(needs, owner, identity, own)
        : register(needs, { ...person, email: email.data }, identity, own));
    }
    return { outcome: 'busy' };
  };

/** The identity is claimed with the account, so that it never has two. */
const claimOf = (identity: Identity, memberId: MemberId) => ({
  kind: 'identity',
  key: identityKey(identity),
  value: { memberId },
  refusal: 'taken' as const,
});

const link = ({ decide }: Needs, memberId: MemberId, identity: Identity, context: CommandContext) =>
  decide(context, { own: from('account', memberId, account) }, ({ own }) => {
    const decision = decideLink(identity, context.now.toISOString(), own);
    if (decision.outcome === 'rejected') return decision;
    const endsPassword = decision.events.some(({ data }) => data.endsPassword);
    return {
      outcome: 'accepted',
      events: { own: decision.events },
      answer: undefined,
      claims: decision.events.length > 0 ? [claimOf(identity, memberId)] : [],
      releases: endsPassword ? [{ kind: 'credentials', key: memberId }] : [],
    };
  });

const register = (
  { decide, newMemberId }: Needs,
  person: { email: string; name: string | undefined },
  identity: Identity,
  context: CommandContext,
) => {
  const memberId = newMemberId();
  const { email } = person;
  const name = PersonName.safeParse(person.name).data ?? PersonName.parse(email.split('@')[0]);
  return decide(context, { own: beginning('account', memberId, account) }, () => ({
    outcome: 'accepted',
    events: { own: decideRegisterWith({ memberId, name, email }, identity, context.now.toISOString()) },
    answer: undefined,
    claims: [
      { kind: 'email', key: addressKey(email), value: { memberId }, refusal: 'taken' as const },
      claimOf(identity, memberId),
    ],
  }));
};
