import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { LEASE_MS, type MailRecords } from './port.ts';

const now = 1_800_000_000_000;

/** Every keeper of mail records signs this. */
export const mailRecordsContract = (adapter: string, open: () => Promise<MailRecords>): void => {
  describe(`${adapter} keeps the mail records contract`, () => {
    it('gives a mail to exactly one of many who want to send it', async () => {
      const [records, key] = [await open(), uuid()];
      const turns = await Promise.all(Array.from({ length: 5 }, () => records.begin(key, now, uuid())));
      expect(turns.map(({ turn }) => turn).toSorted()).toEqual(['ours', ...Array(4).fill('unknown')]);
    });

    it('tells who asks again after a lost answer that the turn is its own', async () => {
      const [records, key] = [await open(), uuid()];
      expect(await records.begin(key, now, 'one')).toEqual({ turn: 'ours', until: now + LEASE_MS });
      expect(await records.begin(key, now + 5, 'one')).toEqual({ turn: 'ours', until: now + LEASE_MS });
      expect(await records.begin(key, now + 5, 'two')).toEqual({ turn: 'unknown' });
    });

    it('keeps a mail that was sent from everybody, for ever', async () => {
      const [records, key] = [await open(), uuid()];
      await records.begin(key, now, uuid());
      await records.sent(key, now);
      await records.sent(key, now + 1);
      expect(await records.begin(key, now, uuid())).toEqual({ turn: 'sent' });
      expect(await records.begin(key, now + 10 * LEASE_MS, uuid())).toEqual({ turn: 'sent' });
    });

    it('gives a mail away again when its lease has passed, to one only', async () => {
      const [records, key] = [await open(), uuid()];
      await records.begin(key, now, uuid());
      expect(await records.begin(key, now + LEASE_MS - 1, uuid())).toEqual({ turn: 'unknown' });
      const late = now + LEASE_MS;
      const turns = await Promise.all([records.begin(key, late, uuid()), records.begin(key, late, uuid())]);
      expect(turns.map(({ turn }) => turn).toSorted()).toEqual(['ours', 'unknown']);
    });

    it('gives a mail that was given back away at once', async () => {
      const [records, key] = [await open(), uuid()];
      const first = await records.begin(key, now, uuid());
      await records.giveBack(key, first.turn === 'ours' ? first.until : 0);
      expect(await records.begin(key, now + 1, uuid())).toMatchObject({ turn: 'ours' });
    });

    it('lets nobody give back what is no longer theirs', async () => {
      const [records, key] = [await open(), uuid()];
      const first = await records.begin(key, now, uuid());
      const until = first.turn === 'ours' ? first.until : 0;
      await records.begin(key, now + LEASE_MS, uuid());
      await records.giveBack(key, until);
      expect(await records.begin(key, now + LEASE_MS + 1, uuid())).toEqual({ turn: 'unknown' });
      await records.sent(key, now);
      await records.giveBack(key, now + 2 * LEASE_MS);
      expect(await records.begin(key, now, uuid())).toEqual({ turn: 'sent' });
    });

    it('believes who says that a mail went out before anybody began', async () => {
      const [records, key] = [await open(), uuid()];
      await records.sent(key, now);
      expect(await records.begin(key, now, uuid())).toEqual({ turn: 'sent' });
    });
  });
};
