import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { inMemoryMailer } from './in-memory.ts';
import type { Mail, MailAnswer, Mailer } from './port.ts';
import { inMemoryMailRecords } from './records/in-memory.ts';
import { LEASE_MS, type MailRecords } from './records/port.ts';
import { PATIENCE_MS, sendOnce } from './send-once.ts';

const mail: Mail = {
  key: 'k1',
  kind: 'borrowed',
  to: 'aki@example.test',
  subject: 's',
  text: 't',
  html: 'h',
  unsubscribe: 'u',
};
const crash = () => Promise.reject(new Error('crashed'));

/** A post office on a clock of its own: waiting moves the clock. */
const office = () => {
  const records = inMemoryMailRecords();
  const mailer = inMemoryMailer();
  let time = 1_000_000;
  const deliver = (broken: { records?: Partial<MailRecords>; mailer?: Mailer } = {}) =>
    sendOnce({
      records: { ...records, ...broken.records },
      mailer: broken.mailer ?? mailer,
      now: () => time,
      newTaker: uuid,
      pause: async (milliseconds) => {
        time += milliseconds;
      },
    })(mail);
  return { records, mailer, deliver, now: () => time };
};

describe('a mail', () => {
  it('is sent once, however often its event comes', async () => {
    const { deliver, mailer } = office();
    expect([await deliver(), await deliver(), await deliver()]).toEqual(['sent', 'sent-before', 'sent-before']);
    expect(mailer.outbox).toEqual([mail]);
  });

  it('is sent once when its event comes several times at once', async () => {
    const { deliver, mailer } = office();
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(mailer.outbox).toHaveLength(1);
  });

  it('is not sent again after a crash behind the sending, once the provider says that it went out', async () => {
    const { deliver, mailer, records, now } = office();
    await expect(deliver({ records: { sent: crash } })).rejects.toThrow('crashed');
    await records.sent(mail.key, now());
    expect(await deliver()).toBe('sent-before');
    expect(mailer.outbox).toHaveLength(1);
  });

  it('is learnt to be out while a delivery waits', async () => {
    const { deliver, mailer, records, now } = office();
    await expect(deliver({ records: { sent: crash } })).rejects.toThrow('crashed');
    let looks = 0;
    const begin: MailRecords['begin'] = async (key, at, taker) => {
      if (++looks === 3) await records.sent(key, now());
      return records.begin(key, at, taker);
    };
    expect(await deliver({ records: { begin } })).toBe('sent-before');
    expect(mailer.outbox).toHaveLength(1);
  });

  it('goes back unsent while nobody knows its outcome, and is sent within five deliveries of a crash before sending', async () => {
    const { deliver, mailer, now } = office();
    const lostAt = now();
    await expect(deliver({ mailer: { send: crash } })).rejects.toThrow('crashed');
    await expect(deliver()).rejects.toMatchObject({ name: 'NotYet' });
    expect(now() - lostAt).toBeGreaterThanOrEqual(PATIENCE_MS);
    expect(mailer.outbox).toEqual([]);
    let deliveries = 1;
    while ((await deliver().catch(() => 'pending')) === 'pending') deliveries++;
    expect(deliveries).toBeLessThan(5);
    expect(now() - lostAt).toBeGreaterThanOrEqual(LEASE_MS);
    expect(mailer.outbox).toHaveLength(1);
  });

  it('can be sent at once by the next delivery when the provider refused it', async () => {
    const { deliver, mailer, now } = office();
    const before = now();
    const send = async (): Promise<MailAnswer> => ({ outcome: 'refused', reason: 'TooManyRequestsException' });
    await expect(deliver({ mailer: { send } })).rejects.toMatchObject({ reason: 'TooManyRequestsException' });
    expect(await deliver()).toBe('sent');
    expect(now()).toBe(before);
    expect(mailer.outbox).toHaveLength(1);
  });

  it('is not sent when its record could not be taken', async () => {
    const { deliver, mailer } = office();
    await expect(deliver({ records: { begin: crash } })).rejects.toThrow('crashed');
    expect(mailer.outbox).toEqual([]);
  });
});
