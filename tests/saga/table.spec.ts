import { expect, it } from 'vitest';
import { brokenPromises } from './broken-promises.ts';
import { runCase } from './run-case.ts';

it('tries', async () => {
  const t = performance.now();
  const life = await runCase({ title: 'x' }, 1);
  console.log(
    life.order.map((e) => e.type),
    life.calls,
    life.endedAfterMs,
    life.payment,
    life.parcel,
    performance.now() - t,
  );
  expect(brokenPromises({ title: 'x' }, life)).toEqual([]);
});
