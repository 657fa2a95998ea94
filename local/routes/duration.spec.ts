import { expect, it } from 'vitest';
import { addDuration } from './duration.ts';

const from = new Date('2026-01-31T00:00:00Z');

it.each([
  ['P15D', '2026-02-15T00:00:00.000Z'],
  ['P2W', '2026-02-14T00:00:00.000Z'],
  ['PT36H30M1.5S', '2026-02-01T12:30:01.500Z'],
  ['P1Y', '2027-01-31T00:00:00.000Z'],
  ['P1DT1M', '2026-02-01T00:01:00.000Z'],
])('%s leads to %s', (duration, to) => expect(addDuration(from, duration)?.toISOString()).toBe(to));

it.each(['', 'P', 'PT', '15D', '-P1D', 'P1H', 'P1.5D', 'PT1S ', `P${'9'.repeat(20)}D`])('%j is no duration', (text) =>
  expect(addDuration(from, text)).toBeUndefined());
