import * as z from 'zod';
import { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import { MemberId } from '../../../events/ids.ts';

/** One message in a member's inbox. Ids grow with time. */
export const InboxEntry = z.object({
  notificationId: z.uuid(),
  memberId: MemberId,
  kind: NoticeKind,
  title: z.string(),
  body: z.string(),
  /** A path on the library's site. */
  link: z.string().optional(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  /** When it was first marked as read; absent while unread. */
  readAt: z.string().optional(),
});
export type InboxEntry = z.infer<typeof InboxEntry>;

/** The event that an entry comes from. */
export interface Cause {
  stream: string;
  version: number;
}

export interface EntriesWanted {
  memberId: MemberId;
  unreadOnly: boolean;
  limit: number;
  /** Entries older than this one. */
  after?: string;
}

/** The inboxes of all members. Entries, the number of unread ones and what was seen of a stream move together. */
export interface Inbox {
  /** Safe to repeat: an entry that is there already stays as it is. */
  put(entry: InboxEntry, cause: Cause): Promise<void>;
  /** Notes an event that gives nothing to know, so that `seen` does not stop before it. Safe to repeat. */
  pass(cause: Cause): Promise<void>;
  /** Newest first; `more` says whether there are older ones. */
  entries(wanted: EntriesWanted): Promise<{ items: readonly InboxEntry[]; more: boolean }>;
  unreadCount(memberId: MemberId): Promise<number>;
  /** Marks an entry as read unless it is; false when this member has no such entry. */
  markRead(memberId: MemberId, notificationId: string, at: Date): Promise<boolean>;
  markAllRead(memberId: MemberId, at: Date): Promise<void>;
  /** Removes everything of a member; safe to repeat. */
  empty(memberId: MemberId): Promise<void>;
  /** The version of a stream up to which every event has come to an inbox, in whatever order they came. */
  seen(stream: string): Promise<number>;
  /** Whether this one event has come, whatever is missing before it: of some streams only a few events are told. */
  knows(cause: Cause): Promise<boolean>;
}

/** The end of the gapless run of versions from 1. */
export const gaplessEnd = (versions: ReadonlySet<number>): number => {
  let end = 0;
  while (versions.has(end + 1)) end++;
  return end;
};
