import * as z from 'zod';
import { MemberId } from '../../../../events/ids.ts';
import type { Account, RegisteredAccount } from '../../domain/account.ts';
import { addressKey, EmailAddress } from '../../email-address.ts';
import type { SignInLimit } from '../../sign-in-limit/sign-in-limit.ts';

/** `POST /api/auth/login`; whatever is no address or no password of ours is simply wrong, not malformed. */
export const LoginRequest = z.strictObject({ email: EmailAddress, password: z.string().min(1).max(1024) });
export type LoginRequest = z.infer<typeof LoginRequest>;

interface Needs {
  limit: SignInLimit;
  held: (kind: string, key: string, now: Date) => Promise<unknown>;
  readAccount: (memberId: MemberId) => Promise<Account>;
  isPasswordOf: (password: string, hash: string) => Promise<boolean>;
  isPasswordOfNobody: (password: string) => Promise<false>;
}
export type Login =
  | { outcome: 'signed-in'; account: RegisteredAccount }
  | { outcome: 'invalid-credentials' }
  | { outcome: 'too-many-requests'; retryAfterSeconds: number };

const Owner = z.object({ memberId: MemberId });
const Credentials = z.object({ passwordHash: z.string() });

/** Unknown address and wrong password are one answer, at one cost; failures are counted for both alike. */
export const login =
  ({ limit, held, readAccount, isPasswordOf, isPasswordOfNobody }: Needs) =>
  async ({ email, password }: LoginRequest, now: Date): Promise<Login> => {
    const address = addressKey(email);
    const retryAfterSeconds = await limit.waitFor(address, now);
    if (retryAfterSeconds > 0) return { outcome: 'too-many-requests', retryAfterSeconds };

    const owner = Owner.safeParse(await held('email', address, now));
    const credentials = Credentials.safeParse(owner.success && (await held('credentials', owner.data.memberId, now)));
    const isRight = credentials.success
      ? await isPasswordOf(password, credentials.data.passwordHash)
      : await isPasswordOfNobody(password);
    const account = owner.success && isRight ? await readAccount(owner.data.memberId) : undefined;
    if (account?.status !== 'registered') {
      await limit.failed(address, now);
      return { outcome: 'invalid-credentials' };
    }
    await limit.succeeded(address);
    return { outcome: 'signed-in', account };
  };
