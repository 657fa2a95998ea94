import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, scratch } from '../aws/given-aws.ts';
import { type MovableClock, openClock } from '../clock.ts';
import { clockTimers } from './timers.ts';

const HOUR = 3_600_000;

let place: ReturnType<typeof scratch>;
let clock: MovableClock;
let timers: ReturnType<typeof clockTimers>;
let done: string[];
beforeEach(() => {
  place = scratch();
  clock = openClock(place.state);
  timers = clockTimers(clock);
  done = [];
});
afterEach(async () => {
  await timers.stop();
  place.remove();
});

const inMs = (ms: number, what: string) => timers.at(clock.now().getTime() + ms, () => void done.push(what));

describe('a timer on the movable clock', () => {
  it('runs when a move makes it due, in the order of time, before the mover is answered', async () => {
    inMs(2 * HOUR, 'second');
    inMs(HOUR, 'first');
    inMs(4 * HOUR, 'not yet');
    await clock.moveTo(new Date(clock.now().getTime() + 3 * HOUR));
    expect(done).toEqual(['first', 'second']);
  });

  it('runs by itself when its time has come, also when an earlier one was cancelled', async () => {
    const cancel = inMs(1, 'cancelled');
    inMs(5, 'runs');
    cancel();
    expect(await eventually(() => (done.length > 0 ? done : undefined))).toEqual(['runs']);
  });

  it('of the past runs at once, and counts as due until then', async () => {
    inMs(-HOUR, 'late');
    expect(timers.due()).toBe(1);
    await eventually(() => (timers.due() === 0 ? true : undefined));
    expect(done).toEqual(['late']);
  });

  it('that is set by another one runs, too', async () => {
    timers.at(clock.now().getTime() + HOUR, () => void inMs(0, 'next'));
    await clock.moveTo(new Date(clock.now().getTime() + HOUR));
    expect(await eventually(() => (done.length > 0 ? done : undefined))).toEqual(['next']);
  });

  it('does not run any more when it was stopped', async () => {
    inMs(HOUR, 'never');
    await timers.stop();
    await clock.moveTo(new Date(clock.now().getTime() + 2 * HOUR));
    expect(done).toEqual([]);
  });
});
