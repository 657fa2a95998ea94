import * as z from 'zod';
import { Language } from '../../events/accounts/language.ts';
import { NoticeKind } from '../../events/accounts/notice-kind.ts';
import { MemberId } from '../../events/ids.ts';
import { SealBroken, type Vault } from '../platform/event-store/vault/port.ts';

const Wanted = z.object({ kind: NoticeKind, language: Language });
/** What a link in a mail allows whoever has the mail: to stop one kind of mail to one member. */
export type Unsubscribing = z.infer<typeof Wanted> & { memberId: MemberId };

/** Sealed text of another purpose, moved here, does not open. */
const PURPOSE = 'unsubscribe';

/** A link's token: the member's id and the rest sealed with the member's key, so that nobody makes one, and none outlives its member. */
export const unsubscribeToken = async (
  vault: Pick<Vault, 'seal'>,
  { memberId, kind, language }: Unsubscribing,
): Promise<string> => `${memberId}.${await vault.seal(memberId, { kind, language }, PURPOSE)}`;

/** What a token allows; undefined for one that is none of ours, and once its member has left. */
export const readUnsubscribeToken = async (
  vault: Pick<Vault, 'open'>,
  token: string,
): Promise<Unsubscribing | undefined> => {
  const [id = '', ...sealed] = token.split('.');
  const memberId = MemberId.safeParse(id);
  if (!memberId.success) return undefined;
  try {
    const wanted = Wanted.safeParse(await vault.open(memberId.data, sealed.join('.'), PURPOSE));
    return wanted.success ? { ...wanted.data, memberId: memberId.data } : undefined;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
};
