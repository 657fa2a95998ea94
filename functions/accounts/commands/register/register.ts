import type { Language } from '../../../../events/accounts/language.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { beginning } from '../../../platform/source.ts';
import { account } from '../../domain/account.ts';
import { decideRegister } from '../../domain/decide-account.ts';
import { addressKey } from '../../email-address.ts';
import type { RegisterRequest } from './request.ts';

interface Needs {
  newMemberId: () => MemberId;
  hashPassword: (password: string) => Promise<string>;
  decide: ReturnType<typeof commandLoop>;
}

/**
 * The account, the claim on its address and its credentials are one commit. The answer, which is kept with an idempotency
 * key, holds no personal data.
 */
export const register =
  ({ newMemberId, hashPassword, decide }: Needs) =>
  async (
    { name, email, password, language }: RegisterRequest & { language?: Language | undefined },
    context: CommandContext,
  ) => {
    const memberId = newMemberId();
    const passwordHash = await hashPassword(password);
    return decide(context, { account: beginning('account', memberId, account) }, () => {
      const events = decideRegister({ memberId, name, email, language });
      return {
        outcome: 'accepted',
        events: { account: events },
        answer: { memberId },
        claims: [
          { kind: 'email', key: addressKey(email), value: { memberId }, refusal: 'email-taken' as const },
          { kind: 'credentials', key: memberId, value: { passwordHash }, refusal: 'email-taken' as const },
        ],
      };
    });
  };
