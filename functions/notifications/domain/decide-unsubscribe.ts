import { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { PreferencesChanged } from '../../../events/accounts/preferences-changed.ts';
import type { MemberId } from '../../../events/ids.ts';
import { accept, type Decision } from '../../platform/decider.ts';
import type { Addressee } from './addressee.ts';

/** A member wants no more mails of a kind. Any kind may be named; once it is, and for who has left, there is nothing to say. */
export const decideUnsubscribe = (
  { memberId, kind }: { memberId: MemberId; kind: NoticeKind },
  addressee: Addressee,
): Decision<readonly PreferencesChanged[], never> => {
  if (!addressee || addressee.unsubscribed.includes(kind)) return accept([]);
  const { language } = addressee;
  const unsubscribed = NoticeKind.options.filter((one) => one === kind || addressee.unsubscribed.includes(one));
  return accept([{ type: 'accounts.preferences-changed', data: { memberId, language, unsubscribed } }]);
};
