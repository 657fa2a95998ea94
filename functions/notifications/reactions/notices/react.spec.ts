import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../events/catalog.ts';
import { MemberId } from '../../../../events/ids.ts';
import { subscriptions } from '../../../../events/subscriptions.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import type { Addressee } from '../../domain/addressee.ts';
import { aki, opened, ranLow, registered } from '../../domain/phrases.ts';
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
const another = (what: string, on: string, version: number, of: unknown) => {
  const event = heard('notices', recorded(what, on, version, of));
  if (!event) throw new Error(`nobody hears of ${what}`);
  return event;
};

const account = { name: 'Aki', email: 'aki@example.test', language: 'en' as const, unsubscribed: [] };
const withAccount: { addressee: Addressee } = { addressee: account };
const desk = ({ addressee, librarians = [] }: { addressee: Addressee; librarians?: MemberId[] } = withAccount) => {
  const [inbox, records, mailer] = [inMemoryInbox(), inMemoryMailRecords(), inMemoryMailer()];
  let counted = 0;
  const tell = (through: Mailer = mailer, event = told) =>
    tellNotice({
      librarians: async () => librarians,
      inbox,
      addresseeOf: async () => addressee,
      sendOnce: sendOnce({ records, mailer: through, now: () => 1_000, newTaker: uuid, pause: async () => {} }),
      sent: () => {
        counted++;
      },
      popular: async () => [{ title: 'Sun 1', link: '/volumes/v9' }],
      unsubscribeAddress: async ({ memberId, kind }) => `https://bunko.test/stop/${memberId}/${kind}`,
      origin: 'https://bunko.test',
    })(event);
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

  it('is told in the language of its member, and its mail can be stopped', async () => {
    const { tell, mailer, entries } = desk({ addressee: { ...account, language: 'ja' } });
    await tell();
    expect(await entries()).toMatchObject([{ title: '貸出のお知らせ' }]);
    expect(mailer.outbox).toMatchObject([
      { subject: '貸出のお知らせ', unsubscribe: 'https://bunko.test/stop/aki/borrowed' },
    ]);
  });

  it('gives the message and no mail to who wants no mail of its kind', async () => {
    const { tell, mailer, entries } = desk({ addressee: { ...account, unsubscribed: ['borrowed', 'overdue'] } });
    await tell();
    expect(await entries()).toHaveLength(1);
    expect(mailer.outbox).toEqual([]);
  });

  it('shows what is borrowed most to a new member, and to nobody else', async () => {
    const { tell, mailer } = desk();
    const { type: what, data: of } = registered;
    await tell(mailer, another(what, 'main#account#aki', 1, of));
    await tell();
    expect(mailer.outbox.map(({ text }) => text.includes('https://bunko.test/volumes/v9'))).toEqual([true, false]);
  });

  it('is nothing to be told when a member renewed, but the inbox has seen it', async () => {
    const { tell, mailer, entries, inbox } = desk();
    const renewal = { loanId: 'l1', memberId: 'aki', wasDueOn: '2026-05-15', dueOn: '2026-05-22' };
    await tell();
    await tell(mailer, another('lending.loan-renewed', stream, 2, renewal));
    expect(await entries()).toHaveLength(1);
    expect(mailer.outbox).toHaveLength(1);
    expect(await inbox.seen(stream)).toBe(2);
  });

  it('comes to no other member', async () => {
    const { tell, entries } = desk();
    await tell();
    expect(await entries(MemberId.parse('ben'))).toEqual([]);
  });
});

describe('stock that runs low', () => {
  const [lin, mio] = [MemberId.parse('lin'), MemberId.parse('mio')];
  const low = another(ranLow.type, 'main#stock#p1', 7, ranLow.data);

  it('is told to every librarian once, each with a message and a mail of their own', async () => {
    const { tell, entries, mailer } = desk({ ...withAccount, librarians: [lin, mio] });
    for (let time = 0; time < 2; time++) await tell(mailer, low);
    const [lins, mios] = [await entries(lin), await entries(mio)];
    expect([lins, mios]).toMatchObject([[{ kind: 'low-stock' }], [{ kind: 'low-stock' }]]);
    expect(mailer.outbox.map(({ key }) => key).toSorted()).toEqual(
      [...lins, ...mios].map(({ notificationId }) => notificationId).toSorted(),
    );
    expect(await entries(aki)).toEqual([]);
  });

  it('is told to all others when the mail of one is refused, and comes again for that one', async () => {
    const { tell, mailer } = desk({ ...withAccount, librarians: [lin, mio] });
    const refusesFirst = (): Mailer => {
      let calls = 0;
      const refused = { outcome: 'refused', reason: 'Throttled' } as const;
      return { send: async (mail) => (++calls === 1 ? refused : mailer.send(mail)) };
    };
    await expect(tell(refusesFirst(), low)).rejects.toMatchObject({ reason: 'Throttled' });
    expect(mailer.outbox).toHaveLength(1);
    await tell(mailer, low);
    expect(new Set(mailer.outbox.map(({ unsubscribe }) => unsubscribe)).size).toBe(2);
    expect(mailer.outbox).toHaveLength(2);
  });

  it('is told to nobody while there is no librarian', async () => {
    const { tell, mailer } = desk();
    await tell(mailer, low);
    expect(mailer.outbox).toEqual([]);
  });
});

describe('a reader of the inbox with a consistency token', () => {
  it('would wait for ever for an event of a loan that nobody heard', () => {
    const ofLoans = catalog.filter(({ category }) => category === 'loan').map((contract) => contract.type);
    expect(subscriptions.notices).toEqual(expect.arrayContaining(ofLoans));
  });

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
