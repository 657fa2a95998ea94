import { type Cause, gaplessEnd, type Inbox, type InboxEntry } from './port.ts';

/** Inboxes in the memory of this process, for tests and simulation. */
export const inMemoryInbox = (): Inbox => {
  const entries = new Map<string, InboxEntry>();
  const versions = new Map<string, Set<number>>();
  const idOf = (memberId: string, notificationId: string) => `${memberId}\n${notificationId}`;
  const of = (member: string) => [...entries.values()].filter(({ memberId }) => memberId === member);
  const unreadOf = (member: string) => of(member).filter(({ readAt }) => readAt === undefined);
  const mark = (entry: InboxEntry, at: Date) =>
    void entries.set(idOf(entry.memberId, entry.notificationId), { readAt: at.toISOString(), ...entry });

  const note = ({ stream, version }: Cause) =>
    void versions.set(stream, (versions.get(stream) ?? new Set()).add(version));

  return {
    async put(entry, cause) {
      const id = idOf(entry.memberId, entry.notificationId);
      if (!entries.has(id)) entries.set(id, entry);
      note(cause);
    },
    pass: async (cause) => note(cause),
    async entries({ memberId, unreadOnly, limit, after }) {
      const found = (unreadOnly ? unreadOf(memberId) : of(memberId))
        .filter(({ notificationId }) => after === undefined || notificationId < after)
        .toSorted((a, b) => (a.notificationId < b.notificationId ? 1 : -1));
      return { items: found.slice(0, limit), more: found.length > limit };
    },
    unreadCount: async (memberId) => unreadOf(memberId).length,
    async markRead(memberId, notificationId, at) {
      const entry = entries.get(idOf(memberId, notificationId));
      if (entry) mark(entry, at);
      return entry !== undefined;
    },
    async markAllRead(memberId, at) {
      for (const entry of unreadOf(memberId)) mark(entry, at);
    },
    async empty(memberId) {
      for (const { notificationId } of of(memberId)) entries.delete(idOf(memberId, notificationId));
    },
    seen: async (stream) => gaplessEnd(versions.get(stream) ?? new Set()),
    knows: async ({ stream, version }) => versions.get(stream)?.has(version) ?? false,
  };
};
