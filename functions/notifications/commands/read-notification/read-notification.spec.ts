import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import { commandLoop } from '../../../platform/command-loop.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { inMemoryInbox } from '../../inbox/in-memory.ts';
import { readAllNotifications } from '../read-all-notifications/read-all-notifications.ts';
import { readNotification } from './read-notification.ts';

const aki = MemberId.parse('aki');
const at = (now: string): CommandContext => ({
  commandId: uuid(),
  correlationId: 'c',
  causationId: 'c',
  actor: { kind: 'member', id: aki },
  now: new Date(now),
});

const inboxWith = async (count: number) => {
  const inbox = inMemoryInbox();
  const ids = Array.from({ length: count }, () => uuid());
  for (const [index, notificationId] of ids.entries())
    await inbox.put(
      { notificationId, memberId: aki, kind: 'welcome', title: 't', body: 'b', createdAt: '2026-05-01T00:00:00.000Z' },
      { stream: `main#loan#l${index}`, version: 1 },
    );
  const decide = commandLoop(inMemoryEventStore());
  const readAt = async () =>
    (await inbox.entries({ memberId: aki, unreadOnly: false, limit: 10 })).items
      .map((entry) => entry.readAt)
      .toReversed();
  return {
    inbox,
    ids,
    read: readNotification({ inbox, decide }),
    readAll: readAllNotifications({ inbox, decide }),
    readAt,
  };
};

describe('reading a message', () => {
  it('may be told again; the first moment stays, also when everything is read later', async () => {
    const { ids, read, readAll, readAt } = await inboxWith(2);
    const [notificationId = ''] = ids;
    for (const now of ['2026-05-01T01:00:00.000Z', '2026-05-01T02:00:00.000Z'])
      expect(await read({ memberId: aki, notificationId }, at(now))).toMatchObject({ outcome: 'accepted' });
    expect(await readAll(aki, at('2026-05-01T03:00:00.000Z'))).toMatchObject({ outcome: 'accepted' });
    expect(await readAt()).toEqual(['2026-05-01T01:00:00.000Z', '2026-05-01T03:00:00.000Z']);
  });

  it('is refused for a message of another member and for one nobody knows', async () => {
    const { ids, read, readAt } = await inboxWith(1);
    const ben = MemberId.parse('ben');
    const now = at('2026-05-01T01:00:00.000Z');
    const notFound = { outcome: 'rejected', reason: 'not-found' };
    expect(await read({ memberId: ben, notificationId: ids[0] ?? '' }, now)).toEqual(notFound);
    expect(await read({ memberId: aki, notificationId: uuid() }, now)).toEqual(notFound);
    expect(await readAt()).toEqual([undefined]);
  });
});
