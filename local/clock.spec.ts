import { expect, it } from 'vitest';
import { scratch } from './aws/given-aws.ts';
import { openClock } from './clock.ts';

const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000);

it('moves forward, tells its listeners both instants and waits for them', async () => {
  const place = scratch();
  const clock = openClock(place.state);
  const heard: number[] = [];
  clock.onMove(async (from, to) => {
    await new Promise((resolve) => setImmediate(resolve));
    heard.push(Math.round((to.getTime() - from.getTime()) / 86_400_000));
  });
  await clock.moveTo(days(clock.now(), 15));
  expect(heard).toEqual([15]);
  expect(clock.now().getTime() - Date.now()).toBeGreaterThan(14.9 * 86_400_000);
  place.remove();
});

it('never moves back', async () => {
  const place = scratch();
  const clock = openClock(place.state);
  const back = clock.moveTo(days(clock.now(), -1));
  await expect(back).rejects.toMatchObject({ reason: 'clock-moves-forward-only' });
  expect(clock.offsetMs()).toBe(0);
  place.remove();
});

it('keeps its offset across a restart', async () => {
  const place = scratch();
  const clock = openClock(place.state);
  await clock.moveTo(days(clock.now(), 1));
  expect(openClock(place.state).offsetMs()).toBe(clock.offsetMs());
  place.remove();
});
