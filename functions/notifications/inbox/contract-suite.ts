import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../events/ids.ts';
import type { Inbox, InboxEntry } from './port.ts';

const now = new Date('2026-05-01T00:00:00Z');
const later = new Date('2026-05-02T00:00:00Z');
const newMember = () => MemberId.parse(uuid());
const entryOf = (memberId: MemberId): InboxEntry => ({
  notificationId: uuid(),
  memberId,
  kind: 'borrowed',
  title: 'You borrowed',
  body: 'two\nlines',
  link: '/loans',
  createdAt: now.toISOString(),
});

/** Puts so many entries, each from a loan of its own; answers them newest first. */
const filled = async (inbox: Inbox, memberId: MemberId, count: number): Promise<InboxEntry[]> => {
  const entries = Array.from({ length: count }, () => entryOf(memberId));
  for (const entry of entries) await inbox.put(entry, { stream: `main#loan#${uuid()}`, version: 1 });
  return entries.toReversed();
};

/** Every keeper of inboxes signs this. */
export const inboxContract = (adapter: string, open: () => Promise<Inbox>): void => {
  describe(`${adapter} keeps the inbox contract`, () => {
    it('is empty for a member who was told nothing', async () => {
      const [inbox, memberId] = [await open(), newMember()];
      expect(await inbox.entries({ memberId, unreadOnly: false, limit: 10 })).toEqual({ items: [], more: false });
      expect(await inbox.unreadCount(memberId)).toBe(0);
      await inbox.markAllRead(memberId, now);
      expect(await inbox.unreadCount(memberId)).toBe(0);
    });

    it('keeps an entry once, however often and however much at once it is put', async () => {
      const [inbox, memberId] = [await open(), newMember()];
      const entry = entryOf(memberId);
      const cause = { stream: `main#loan#${uuid()}`, version: 1 };
      await Promise.all(Array.from({ length: 6 }, () => inbox.put(entry, cause)));
      await inbox.markRead(memberId, entry.notificationId, now);
      await inbox.put(entry, cause);
      expect(await inbox.unreadCount(memberId)).toBe(0);
      expect((await inbox.entries({ memberId, unreadOnly: false, limit: 10 })).items).toEqual([
        { ...entry, readAt: now.toISOString() },
      ]);
    });

    it('answers the newest first, page by page, all or only the unread ones, of one member', async () => {
      const [inbox, memberId] = [await open(), newMember()];
      const entries = await filled(inbox, memberId, 5);
      await filled(inbox, newMember(), 1);
      const [first, second, third, fourth, fifth] = entries.map(({ notificationId }) => notificationId);
      await inbox.markRead(memberId, second ?? '', now);
      const idsOf = async (unreadOnly: boolean, after?: string) => {
        const page = await inbox.entries({ memberId, unreadOnly, limit: 2, ...(after !== undefined && { after }) });
        return { ids: page.items.map(({ notificationId }) => notificationId), more: page.more };
      };
      expect(await idsOf(false)).toEqual({ ids: [first, second], more: true });
      expect(await idsOf(false, second)).toEqual({ ids: [third, fourth], more: true });
      expect(await idsOf(false, fourth)).toEqual({ ids: [fifth], more: false });
      expect(await idsOf(true)).toEqual({ ids: [first, third], more: true });
      expect(await idsOf(true, third)).toEqual({ ids: [fourth, fifth], more: false });
    });

    it('keeps the first moment of reading and counts an entry once, also when it is marked twice at once', async () => {
      const [inbox, memberId] = [await open(), newMember()];
      const [entry] = await filled(inbox, memberId, 2);
      const id = entry?.notificationId ?? '';
      const both = await Promise.all([inbox.markRead(memberId, id, now), inbox.markRead(memberId, id, now)]);
      expect(both).toEqual([true, true]);
      expect(await inbox.markRead(memberId, id, later)).toBe(true);
      expect((await inbox.entries({ memberId, unreadOnly: false, limit: 1 })).items[0]?.readAt).toBe(now.toISOString());
      expect(await inbox.unreadCount(memberId)).toBe(1);
    });

    it('does not know an entry of another member, nor one that never was', async () => {
      const [inbox, memberId] = [await open(), newMember()];
      const [foreign] = await filled(inbox, newMember(), 1);
      expect(await inbox.markRead(memberId, foreign?.notificationId ?? '', now)).toBe(false);
      expect(await inbox.markRead(memberId, uuid(), now)).toBe(false);
      expect(await inbox.unreadCount(memberId)).toBe(0);
    });

    it('marks everything as read, more than fits one transaction, and leaves what was read before', async () => {
      const [inbox, memberId] = [await open(), newMember()];
      const entries = await filled(inbox, memberId, 120);
      const readBefore = entries[70]?.notificationId ?? '';
      await inbox.markRead(memberId, readBefore, now);
      await Promise.all([inbox.markAllRead(memberId, later), inbox.markAllRead(memberId, later)]);
      expect(await inbox.unreadCount(memberId)).toBe(0);
      const { items } = await inbox.entries({ memberId, unreadOnly: false, limit: 200 });
      expect(items.filter(({ readAt }) => readAt === later.toISOString())).toHaveLength(119);
      expect(items.find(({ notificationId }) => notificationId === readBefore)?.readAt).toBe(now.toISOString());
    });

    it('has seen a stream as far as no event before is missing', async () => {
      const [inbox, stream] = [await open(), `main#loan#${uuid()}`];
      expect(await inbox.seen(stream)).toBe(0);
      await inbox.put(entryOf(newMember()), { stream, version: 1 });
      await inbox.put(entryOf(newMember()), { stream, version: 3 });
      expect(await inbox.seen(stream)).toBe(1);
      await inbox.put(entryOf(newMember()), { stream, version: 2 });
      expect(await inbox.seen(stream)).toBe(3);
    });

    it('has seen an event that gave nothing to know, and knows each event for itself', async () => {
      const [inbox, stream] = [await open(), `main#loan#${uuid()}`];
      await inbox.pass({ stream, version: 1 });
      await inbox.pass({ stream, version: 1 });
      await inbox.put(entryOf(newMember()), { stream, version: 2 });
      await inbox.put(entryOf(newMember()), { stream, version: 7 });
      expect(await inbox.seen(stream)).toBe(2);
      const known = await Promise.all([1, 3, 7].map((version) => inbox.knows({ stream, version })));
      expect(known).toEqual([true, false, true]);
    });

    it('is emptied for one member, more than fits a batch, and for nobody else', async () => {
      const [inbox, memberId, other] = [await open(), newMember(), newMember()];
      await filled(inbox, memberId, 60);
      await filled(inbox, other, 1);
      await inbox.empty(memberId);
      await inbox.empty(memberId);
      expect((await inbox.entries({ memberId, unreadOnly: false, limit: 10 })).items).toEqual([]);
      expect(await inbox.unreadCount(memberId)).toBe(0);
      expect(await inbox.unreadCount(other)).toBe(1);
    });
  });
};
