import type { Recorded } from '../../../../events/envelope.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { Addressee } from '../../domain/addressee.ts';
import { mailTextOf } from '../../domain/mail-text.ts';
import { noticeOf } from '../../domain/notice.ts';
import type { Inbox } from '../../inbox/port.ts';
import type { Mail } from '../../mail/port.ts';
import { notificationIdOf } from '../../notification-id.ts';

interface Needs {
  inbox: Pick<Inbox, 'put'>;
  addresseeOf: (memberId: MemberId) => Promise<Addressee>;
  sendOnce: (mail: Mail) => Promise<'sent' | 'sent-before'>;
  /** Told of each mail that went out. */
  sent: () => void;
}

/** Each event gives its member one message and one mail, whatever the order and however often it comes; who left gets none. */
export const tellNotice =
  ({ inbox, addresseeOf, sendOnce, sent }: Needs) =>
  async (event: Recorded<HeardBy<'notices'>>): Promise<void> => {
    const notice = noticeOf(event);
    const notificationId = notificationIdOf(event, notice.kind);
    const to = await addresseeOf(notice.memberId);
    if (!to) return;
    // The inbox first: a mail may have to wait for its outcome, the message need not.
    await inbox.put({ ...notice, notificationId, createdAt: event.metadata.occurredAt }, event);
    const outcome = await sendOnce({
      key: notificationId,
      kind: notice.kind,
      to: to.email,
      ...mailTextOf(notice, to),
    });
    if (outcome === 'sent') sent();
  };
