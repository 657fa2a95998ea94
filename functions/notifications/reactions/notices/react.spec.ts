import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../../events/ids.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import type { Addressee } from '../../domain/addressee.ts';
import { aki, opened } from '../../domain/phrases.ts';
import { inMemoryInbox } from '../../inbox/in-memory.ts';
import { inMemoryMailer } from '../../mail/in-memory.ts';
import type { Mailer } from '../../mail/port.ts';
import { inMemoryMailRecords } from '../../mail/records/in-memory.ts';
import { sendOnce } from '../../mail/send-once.ts';
import { seenNotice } from '../../queries/notifications/seen-notice.ts';
import { tellNotice } from './react.ts';

const stream = 'main#loan#l1';
const { type, data } = opened('Moon 1');
const told = heard('notices', recorded(type, stream, 1, data));
if (!told) throw new Error('nobody hears of loans');

const withAccount: { addressee: Addressee } = { addressee: { name: 'Aki', email: 'aki@example.test' } };
const desk = ({ addressee } = withAccount) => {
  const [inbox, records, mailer] = [inMemoryInbox(), inMemoryMailRecords(), inMemoryMailer()];
  let counted = 0;
  const tell = (through: Mailer = mailer) =>
    tellNotice({
      inbox,
      addresseeOf: async () => addressee,
      sendOnce: sendOnce({ records, mailer: through, now: () => 1_000, newTaker: uuid, pause: async () => {} }),
      sent: () => {
        counted++;
      },
    })(told);
  const entries = async (memberId = aki) => (await inbox.entries({ memberId, unreadOnly: false, limit: 10 })).items;
  return { inbox, mailer, tell, entries, counted: () => counted };
};

describe('an event that a member should know of', () => {
  it('gives one message and one mail under one id, however often it comes', async () => {
    const { tell, entries, mailer, counted } = desk();
    for (let time = 0; time < 3; time++) await tell();
    const [entry, ...others] = await entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'borrowed', link: '/loans', createdAt: told.metadata.occurredAt });
    expect(mailer.outbox).toMatchObject([{ key: entry?.notificationId, kind: 'borrowed', to: 'aki@example.test' }]);
    expect(counted()).toBe(1);
  });

  it('gives the message at once and comes again when the mail is refused', async () => {
    const { tell, entries, mailer } = desk();
    const refusing: Mailer = { send: async () => ({ outcome: 'refused', reason: 'TooManyRequestsException' }) };
    await expect(tell(refusing)).rejects.toMatchObject({ reason: 'TooManyRequestsException' });
    expect(await entries()).toHaveLength(1);
    await tell();
    expect(await entries()).toHaveLength(1);
    expect(mailer.outbox).toHaveLength(1);
  });

  it('tells nothing to an account that is not there, or not any more', async () => {
    const { tell, mailer, entries } = desk({ addressee: undefined });
    await tell();
    expect(mailer.outbox).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  it('comes to no other member', async () => {
    const { tell, entries } = desk();
    await tell();
    expect(await entries(MemberId.parse('ben'))).toEqual([]);
  });
});

describe('a reader of the inbox with a consistency token', () => {
  it('waits for each event of a loan, and only for the first of an account', async () => {
    const { inbox, tell } = desk();
    const position = seenNotice(inbox);
    expect(await position(stream)).toBe(0);
    await tell();
    expect(await position(stream)).toBe(1);
    expect(await position('main#account#aki')).toBe(0);
    const [entry] = (await inbox.entries({ memberId: aki, unreadOnly: false, limit: 1 })).items;
    if (entry) await inbox.put(entry, { stream: 'main#account#aki', version: 1 });
    expect(await position('main#account#aki')).toBe(Number.POSITIVE_INFINITY);
  });
});
