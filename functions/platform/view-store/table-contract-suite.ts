import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { BY_TITLE } from './contract-suite.ts';
import { type Guarded, positionKey, type ViewTable } from './port.ts';

/** Every table of a view signs this. */
export const viewTableContract = (adapter: string, open: () => Promise<ViewTable>): void => {
  const rowOf = (pk: string, more: Record<string, unknown> = {}) => ({ pk, sk: 'row', ...more });
  const allOf = async (table: ViewTable, generation: number): Promise<readonly Guarded[]> =>
    (await Array.fromAsync(table.upkeep(generation).all())).flat();

  describe(`${adapter} keeps generations apart`, () => {
    it('gives each its own rows, guards and positions under the same keys', async () => {
      const table = await open();
      const [pk, stream] = [uuid(), `main#loan#${uuid()}`];
      for (const number of [1, 2, 12]) {
        const view = table.generation(number);
        expect(await view.get({ pk, sk: 'row' })).toEqual({ row: undefined, guard: 0 });
        expect(await view.put(rowOf(pk, { number }), { from: 0, to: number })).toBe(true);
        expect(await view.putAll([], { stream, from: 0, to: number })).toBe(true);
      }
      for (const number of [1, 2, 12]) {
        const view = table.generation(number);
        expect(await view.get({ pk, sk: 'row' })).toEqual({ row: rowOf(pk, { number }), guard: number });
        expect(await view.position(stream)).toBe(number);
      }
    });

    it('lists in an index, and pages through it, what is of the one generation only', async () => {
      const table = await open();
      const kind = uuid();
      for (const number of [1, 2])
        for (const letter of ['a', 'b', 'c'])
          await table.generation(number).put(rowOf(uuid(), { kind, title: `${letter}${number}` }), { from: 0, to: 1 });
      const request = { index: BY_TITLE.name, partition: ['kind', kind] as const, range: { attribute: 'title' } };
      for (const number of [1, 2]) {
        const view = table.generation(number);
        const first = await view.query({ ...request, limit: 2 });
        expect(first.rows).toMatchObject([
          { kind, title: `a${number}` },
          { kind, title: `b${number}` },
        ]);
        const second = await view.query({ ...request, limit: 2, ...(first.next && { after: first.next }) });
        expect(second.rows).toMatchObject([{ kind, title: `c${number}` }]);
      }
    });

    it('goes on in another generation from where a page of this one ended', async () => {
      const table = await open();
      const kind = uuid();
      for (const title of ['a', 'b', 'c']) {
        const row = rowOf(uuid(), { kind, title });
        for (const number of [1, 2]) await table.generation(number).put(row, { from: 0, to: 1 });
      }
      const request = { index: BY_TITLE.name, partition: ['kind', kind] as const, range: { attribute: 'title' } };
      const { next } = await table.generation(1).query({ ...request, limit: 1 });
      const rest = await table.generation(2).query({ ...request, limit: 5, ...(next && { after: next }) });
      expect(rest.rows.map(({ title }) => title)).toEqual(['b', 'c']);
    });
  });

  describe(`${adapter} is kept up`, () => {
    it('writes and reads many rows at once, and tells all of them, of one generation', async () => {
      const table = await open();
      const [generation, other] = [701, 702];
      const kind = uuid();
      const many = Array.from({ length: 130 }, (_, index) => ({
        row: rowOf(uuid(), { kind, title: String(index) }),
        guard: index + 1,
      }));
      const position = { row: positionKey(`main#loan#${uuid()}`), guard: 4 };
      await table.upkeep(generation).write([...many, position]);
      await table.upkeep(other).write(many.slice(0, 3));
      const keys = [...many.map(({ row }) => row), position.row, { pk: uuid(), sk: 'row' }];
      const read = await table.upkeep(generation).read(keys);
      expect(read.size).toBe(131);
      expect([...read.values()]).toEqual(expect.arrayContaining([many[0], many[129], position]));
      expect(await allOf(table, generation)).toHaveLength(131);
      expect(await allOf(table, other)).toHaveLength(3);
      const third = many[2];
      expect(third && (await table.generation(generation).get(third.row))).toEqual(third);
    });

    it('overwrites what is there', async () => {
      const table = await open();
      const pk = uuid();
      await table.upkeep(3).write([{ row: rowOf(pk, { name: 'a' }), guard: 9 }]);
      await table.upkeep(3).write([{ row: rowOf(pk, { name: 'b' }), guard: 2 }]);
      expect(await table.generation(3).get({ pk, sk: 'row' })).toEqual({ row: rowOf(pk, { name: 'b' }), guard: 2 });
    });

    it('removes every generation but those to be kept', async () => {
      const table = await open();
      for (const number of [1, 2, 3]) await table.upkeep(number).write([{ row: rowOf(uuid()), guard: 1 }]);
      expect(await table.keepOnly([1, 3])).toBeGreaterThanOrEqual(1);
      expect(await allOf(table, 2)).toEqual([]);
      expect(await allOf(table, 1)).not.toEqual([]);
      expect(await allOf(table, 3)).not.toEqual([]);
      expect(await table.keepOnly([1, 3])).toBe(0);
    });
  });
};
