import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { DeadLetterBox, DeadLetters } from './port.ts';

/** Every keeper of dead letters signs this. */
export const deadLettersContract = (adapter: string, open: () => Promise<DeadLetters & DeadLetterBox>): void => {
  let minute = 0;
  const recordOf = (consumer: string, recordId = uuid()) => ({
    consumer,
    recordId,
    origin: 'bunko.loan-0@7',
    reason: 'Error: the table is away',
    payload: { value: 'x', nested: [1] },
    delivery: uuid(),
    at: `2026-05-01T00:${String(minute++ % 60).padStart(2, '0')}:00.000Z`,
  });

  describe(`${adapter} keeps the dead letters contract`, () => {
    it('counts failures, and lists only what was set aside', async () => {
      const box = await open();
      const record = recordOf(`c-${uuid()}`);
      const { delivery, ...kept } = record;
      const again = () => ({ ...record, delivery: uuid() });
      expect([await box.failed(record), await box.failed(again())]).toEqual([1, 2]);
      expect((await box.list({ consumer: record.consumer, limit: 10 })).letters).toEqual([]);
      expect(await box.find(record)).toBeUndefined();
      await box.quarantine(again());
      const { letters } = await box.list({ consumer: record.consumer, limit: 10 });
      expect(letters).toMatchObject([{ ...kept, attempts: 3, firstFailedAt: record.at }]);
      expect(await box.find(record)).toMatchObject(kept);
    });

    it('counts a delivery once, though its note is written again after a lost answer', async () => {
      const box = await open();
      const record = recordOf(`c-${uuid()}`);
      expect([await box.failed(record), await box.failed(record)]).toEqual([1, 1]);
      await box.quarantine(record);
      expect(await box.find(record)).toMatchObject({ attempts: 1 });
    });

    it('lists in the order of setting aside, page by page, of one consumer or of all', async () => {
      const box = await open();
      const [one, other] = [`c-${uuid()}`, `c-${uuid()}`];
      const records = Array.from({ length: 5 }, (_, index) => recordOf(index === 2 ? other : one));
      for (const record of records) await box.quarantine(record);
      const seen: string[] = [];
      let after: NonNullable<Parameters<typeof box.list>[0]['after']> | undefined;
      do {
        const { letters, next } = await box.list({ consumer: one, limit: 2, ...(after && { after }) });
        seen.push(...letters.map(({ recordId }) => recordId));
        after = next;
      } while (after);
      expect(seen).toEqual(records.filter(({ consumer }) => consumer === one).map(({ recordId }) => recordId));
      const all = (await box.list({ limit: 100 })).letters.map(({ recordId }) => recordId);
      expect(all).toEqual(expect.arrayContaining(records.map(({ recordId }) => recordId)));
    });

    it('keeps what is sent again until its consumer has taken it', async () => {
      const box = await open();
      const record = recordOf(`c-${uuid()}`);
      await box.quarantine(record);
      expect(await box.take(record)).toMatchObject({ payload: record.payload });
      expect(await box.take(record)).toMatchObject({ recordId: record.recordId });
      expect(await box.failed(record)).toBe(1);
      await box.refused(record, record.at);
      expect(await box.find(record)).toBeDefined();
      await box.take(record);
      await box.taken(record);
      expect(await box.find(record)).toBeUndefined();
      expect(await box.take(record)).toBeUndefined();
      expect((await box.list({ consumer: record.consumer, limit: 1 })).letters).toEqual([]);
    });

    it('does not remove what was set aside again while it was sent', async () => {
      const box = await open();
      const record = recordOf(`c-${uuid()}`);
      await box.quarantine(record);
      await box.take(record);
      await box.quarantine({ ...record, reason: 'still broken' });
      await box.taken(record);
      expect(await box.find(record)).toMatchObject({ reason: 'still broken' });
    });

    it('removes one for good', async () => {
      const box = await open();
      const record = recordOf(`c-${uuid()}`);
      await box.quarantine(record);
      expect(await box.remove(record)).toBe(true);
      expect(await box.remove(record)).toBe(false);
      expect(await box.find(record)).toBeUndefined();
    });
  });
};
