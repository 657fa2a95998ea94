import type { Language } from '../../../../events/accounts/language.ts';
import type { NoticeKind } from '../../../../events/accounts/notice-kind.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { Addressee } from '../../domain/addressee.ts';
import { mailTextOf } from '../../domain/mail-text.ts';
import { bodyOf, type Named, type NoticedEvent, noticeOf } from '../../domain/notice.ts';
import type { Inbox } from '../../inbox/port.ts';
import type { Mail } from '../../mail/port.ts';
import { notificationIdOf } from '../../notification-id.ts';

interface Needs {
  /** Everybody who is a librarian now. */
  librarians: () => Promise<readonly MemberId[]>;
  inbox: Pick<Inbox, 'put' | 'pass'>;
  addresseeOf: (memberId: MemberId) => Promise<Addressee>;
  sendOnce: (mail: Mail) => Promise<'sent' | 'sent-before'>;
  /** Told of each mail that went out. */
  sent: () => void;
  /** The volumes that are borrowed most at a moment, the first ones of them. */
  popular: (at: Date) => Promise<readonly Named[]>;
  /** The address under which a member stops a kind of mail. */
  unsubscribeAddress: (wanted: { memberId: MemberId; kind: NoticeKind; language: Language }) => Promise<string>;
  /** The library's site, without a slash at its end. */
  origin: string;
}
type Heard = Recorded<HeardBy<'notices'>>;

/**
 * Each event gives its member, or every librarian, one message and one mail, whatever the order and however often it comes; who left gets none, and
 * a kind of mail that is not wanted is not sent, though its message comes.
 */
export const tellNotice = (needs: Needs) => async (event: Heard) => {
  // Nothing new to who asked for it, or was told at the desk; but the inbox must have seen it to be ahead of what follows.
  if (event.type === 'lending.loan-renewed' || event.type === 'lending.loan-copy-lost') return needs.inbox.pass(event);
  if (event.type !== 'shop.stock-ran-low') return tell(needs, event, event.data.memberId);
  const told = await Promise.allSettled((await needs.librarians()).map((one) => tell(needs, event, one)));
  // One whose mail has to wait keeps nobody else waiting; told again, the others have theirs.
  for (const one of told) if (one.status === 'rejected') throw one.reason;
};

const tell = async (needs: Needs, event: Recorded<NoticedEvent>, memberId: MemberId): Promise<void> => {
  const to = await needs.addresseeOf(memberId);
  if (!to) return;
  const { inbox, sendOnce, sent, popular, unsubscribeAddress, origin } = needs;
  const notice = noticeOf(event, memberId, to.language);
  const { kind, language, title, link } = notice;
  const notificationId = notificationIdOf(event, kind, event.type === 'shop.stock-ran-low' ? memberId : undefined);
  const createdAt = event.metadata.occurredAt;
  // The inbox first: a mail may have to wait for its outcome, the message need not.
  await inbox.put({ notificationId, memberId, kind, title, body: bodyOf(notice), link, createdAt }, event);
  if (to.unsubscribed.includes(kind)) return;
  const unsubscribe = await unsubscribeAddress({ memberId, kind, language });
  const volumes = kind === 'welcome' ? await popular(new Date(createdAt)) : [];
  const text = mailTextOf(notice, { to, origin, unsubscribe, popular: volumes });
  if ((await sendOnce({ key: notificationId, kind, to: to.email, unsubscribe, ...text })) === 'sent') sent();
};
