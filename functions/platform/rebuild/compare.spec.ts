import { describe, expect, it } from 'vitest';
import { givenLibrary, shelves, totals } from './given-library.ts';

type Library = ReturnType<typeof givenLibrary>;

const given = async (projection: typeof shelves | typeof totals): Promise<Library> => {
  const library = givenLibrary({ projection });
  for (const volume of ['a', 'b', 'c']) await library.happens(volume, 'opened', 'lent', 'back');
  await library.delivered();
  return library;
};

const cases = [
  ['of a stream each', shelves, 'shelf', 3],
  ['that streams share', totals, 'total', 4],
] as const;

describe.each(cases)('comparing rows %s with the fold of the store', (_, projection, sk, rows) => {
  it('finds nothing when they are right', async () => {
    const library = await given(projection);
    expect(await library.compared()).toEqual({ outcome: 'compared', compared: rows, differences: [] });
  });

  it('finds a row that says something else, with what it should say', async () => {
    const library = await given(projection);
    const upkeep = library.table.upkeep(1);
    const kept = (await upkeep.read([{ pk: 'b', sk }])).values().next().value;
    await upkeep.write([{ row: { pk: 'b', sk, wrong: true }, guard: kept?.guard ?? 0 }]);
    expect(await library.compared()).toMatchObject({
      differences: [{ key: `b/${sk}`, live: { wrong: true }, folded: kept?.row }],
    });
  });

  it('finds a row that nothing in the store accounts for', async () => {
    const library = await given(projection);
    await library.table.upkeep(1).write([{ row: { pk: 'z', sk }, guard: 1 }]);
    expect(await library.compared()).toMatchObject({
      compared: rows + 1,
      differences: [{ key: `z/${sk}`, live: { pk: 'z' }, folded: null }],
    });
  });

  it('finds what its listener never brought', async () => {
    const library = await given(projection);
    await library.happens('new', 'opened');
    const { differences } = await library.compared();
    expect(differences).toHaveLength(1);
    expect(differences[0]?.key).toMatch(/new/);
  });

  it('waits for a listener that is on its way, and says nothing of rows that are right by then', async () => {
    const library = await given(projection);
    await library.happens('new', 'opened');
    await library.happens('a', 'lent');
    expect(await library.compared(() => library.delivered())).toMatchObject({ differences: [] });
  });

  it('is not done when its time is up, or when another generation became live', async () => {
    const library = await given(projection);
    expect(await library.compared(undefined, () => true)).toMatchObject({ outcome: 'not-finished' });
    await library.order();
    await library.happens('new', 'opened');
    const flips = async () => void (await library.maintained());
    expect(await library.compared(flips)).toMatchObject({ outcome: 'not-finished' });
  });
});
