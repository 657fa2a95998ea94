import * as z from 'zod';
import { MemberId } from '../../../../events/ids.ts';
import type { Account, RegisteredAccount } from '../../domain/account.ts';
import { addressKey } from '../../email-address.ts';
import type { SignInLimit } from '../../sign-in-limit/sign-in-limit.ts';
import type { LoginRequest } from './request.ts';

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
/** Whose credentials are looked for when nobody has the address: an unknown one must cost as much as a known one. */
const NOBODY = 'nobody';

/** Unknown address and wrong password are one answer, at one cost; failures are counted for both alike. */
export const login = (needs: Needs) => {
  const { limit } = needs;
  return async ({ email, password }: LoginRequest, now: Date): Promise<Login> => {
    const address = addressKey(email);
    const mustWait = await limit.waitFor(address, now);
    if (mustWait > 0) return { outcome: 'too-many-requests', retryAfterSeconds: mustWait };

    const account = await accountWith(needs, address, password, now);
    const retryAfterSeconds = account ? await limit.succeeded(address, now) : await limit.failed(address, now);
    if (retryAfterSeconds > 0) return { outcome: 'too-many-requests', retryAfterSeconds };
    return account ? { outcome: 'signed-in', account } : { outcome: 'invalid-credentials' };
  };
};

/** The account of an address, if the password is its. */
const accountWith = async (
  { held, readAccount, isPasswordOf, isPasswordOfNobody }: Needs,
  address: string,
  password: string,
  now: Date,
): Promise<RegisteredAccount | undefined> => {
  const owner = Owner.safeParse(await held('email', address, now));
  const credentials = Credentials.safeParse(await held('credentials', owner.data?.memberId ?? NOBODY, now));
  const isRight = credentials.success
    ? await isPasswordOf(password, credentials.data.passwordHash)
    : await isPasswordOfNobody(password);
  if (!owner.success || !isRight) return undefined;
  const account = await readAccount(owner.data.memberId);
  return account.status === 'registered' ? account : undefined;
};
