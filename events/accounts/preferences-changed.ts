import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId } from '../ids.ts';
import { Language } from './language.ts';
import { NoticeKind } from './notice-kind.ts';

/** How a member wants to be told: the language of mails and inbox, and the kinds of mail that are not wanted. All of it, as it is now. */
export const PreferencesChanged = contract(
  'accounts.preferences-changed',
  1,
  z.object({ memberId: MemberId, language: Language, unsubscribed: z.array(NoticeKind) }),
  { category: 'account' },
);
export type PreferencesChanged = EventOf<typeof PreferencesChanged>;
