import * as z from 'zod';
import { Language } from '../../events/accounts/language.ts';
import { NoticeKind } from '../../events/accounts/notice-kind.ts';
import type { RegisteredAccount } from './domain/account.ts';
import { ShownUser, shownUser } from './shown-user.ts';

/** An account as its owner sees it, with how the library talks to its owner. */
export const ShownProfile = ShownUser.extend({
  language: Language,
  /** Kinds of mail that are not wanted; messages in the inbox come all the same. */
  unsubscribed: z.array(NoticeKind),
});
export type ShownProfile = z.infer<typeof ShownProfile>;

export const shownProfile = (account: RegisteredAccount): ShownProfile => ({
  ...shownUser(account),
  language: account.language,
  unsubscribed: [...account.unsubscribed],
});
