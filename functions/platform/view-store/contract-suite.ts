import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ViewStore } from './port.ts';

/** The index that the suite's table must have. */
export const BY_TITLE = { name: 'by-title', partition: 'kind', sort: 'title' };

/** Every view store signs this. */
export const viewStoreContract = (adapter: string, open: () => Promise<ViewStore>): void => {
  const rowOf = (pk: string, more: Record<string, unknown> = {}) => ({ pk, sk: 'row', ...more });

  describe(`${adapter} keeps the view store contract`, () => {
    it('answers an unknown row with guard 0', async () => {
      const view = await open();
      expect(await view.get({ pk: uuid(), sk: 'row' })).toEqual({ row: undefined, guard: 0 });
    });

    it('puts a row only over the guard that was read', async () => {
      const view = await open();
      const pk = uuid();
      expect(await view.put(rowOf(pk, { name: 'a' }), { from: 0, to: 3 })).toBe(true);
      expect(await view.put(rowOf(pk, { name: 'late' }), { from: 0, to: 1 })).toBe(false);
      expect(await view.put(rowOf(pk, { name: 'b' }), { from: 3, to: 4 })).toBe(true);
      expect(await view.get({ pk, sk: 'row' })).toEqual({ row: rowOf(pk, { name: 'b' }), guard: 4 });
    });

    it('writes rows and the position in a stream together or not at all', async () => {
      const view = await open();
      const [one, two, stream] = [uuid(), uuid(), `main#loan#${uuid()}`];
      const rows = [one, two].map((pk) => ({ row: rowOf(pk), guard: 0 }));
      expect(await view.putAll(rows, { stream, from: 0, to: 2 })).toBe(true);
      expect(await view.position(stream)).toBe(2);
      expect(await view.putAll([{ row: rowOf(one), guard: 1 }], { stream, from: 0, to: 1 })).toBe(false);
      const stale = [
        { row: rowOf(one, { name: 'new' }), guard: 1 },
        { row: rowOf(two, { name: 'new' }), guard: 0 },
      ];
      expect(await view.putAll(stale, { stream, from: 2, to: 3 })).toBe(false);
      expect((await view.get({ pk: one, sk: 'row' })).row).toEqual(rowOf(one));
      expect(await view.position(stream)).toBe(2);
    });

    it('moves a position without rows', async () => {
      const view = await open();
      const stream = `main#loan#${uuid()}`;
      expect(await view.putAll([], { stream, from: 0, to: 1 })).toBe(true);
      expect(await view.position(stream)).toBe(1);
    });

    it('pages through an index in order, both ways, without a gap', async () => {
      const view = await open();
      const kind = uuid();
      const titles = ['い', 'b', 'a', 'あ', 'C'];
      for (const title of titles) await view.put(rowOf(uuid(), { kind, title }), { from: 0, to: 1 });
      const request = {
        index: BY_TITLE.name,
        partition: ['kind', kind] as const,
        range: { attribute: 'title' },
        limit: 2,
      };
      const seen: unknown[] = [];
      let after: Readonly<Record<string, string | number>> | undefined;
      do {
        const page = await view.query({ ...request, ...(after && { after }) });
        seen.push(...page.rows.map(({ title }) => title));
        after = page.next;
      } while (after);
      expect(seen).toEqual(['C', 'a', 'b', 'あ', 'い']);
      const backwards = await view.query({ ...request, descending: true });
      expect(backwards.rows.map(({ title }) => title)).toEqual(['い', 'あ']);
    });

    it('answers a range with both ends in it', async () => {
      const view = await open();
      const kind = uuid();
      for (const title of ['a', 'b', 'c', 'd']) await view.put(rowOf(uuid(), { kind, title }), { from: 0, to: 1 });
      const between = await view.query({
        index: BY_TITLE.name,
        partition: ['kind', kind],
        range: { attribute: 'title', from: 'b', to: 'c' },
        limit: 10,
      });
      expect(between.rows.map(({ title }) => title)).toEqual(['b', 'c']);
    });
  });
};
