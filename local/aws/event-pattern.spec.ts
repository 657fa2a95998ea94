import { describe, expect, it } from 'vitest';
import { eventPattern } from './event-pattern.ts';

const event = {
  source: 'bunko.lending',
  'detail-type': 'loan-returned',
  detail: {
    daysLate: 3,
    title: 'Yotsuba',
    tags: ['a', 'b'],
    member: { vip: false },
    fee: null,
    lines: [{ n: 1 }, { n: 2 }],
  },
};
const matches = (pattern: object) => eventPattern(pattern)(event);

describe('an event pattern', () => {
  it.each([
    [{ source: ['bunko.lending', 'other'] }, true],
    [{ source: ['other'] }, false],
    [{ detail: { member: { vip: [false] }, fee: [null] } }, true],
    [{ detail: { tags: ['b'] } }, true],
    [{ detail: { lines: { n: [2] } } }, true],
    [{ detail: { lines: { n: [3] } } }, false],
    [{ 'detail-type': [{ prefix: 'loan-' }] }, true],
    [{ 'detail-type': [{ prefix: { 'equals-ignore-case': 'LOAN' } }] }, true],
    [{ 'detail-type': [{ suffix: '-lent' }] }, false],
    [{ 'detail-type': [{ wildcard: 'l*-ret*d' }] }, true],
    [{ 'detail-type': [{ wildcard: 'l*.ret*d' }] }, false],
    [{ detail: { title: [{ 'equals-ignore-case': 'YOTSUBA' }] } }, true],
    [{ detail: { title: [{ 'anything-but': ['Yotsuba', 'Naruto'] }] } }, false],
    [{ detail: { title: [{ 'anything-but': { prefix: 'N' } }] } }, true],
    [{ detail: { absent: [{ 'anything-but': 'x' }] } }, false],
    [{ detail: { daysLate: [{ numeric: ['>', 0, '<=', 3] }] } }, true],
    [{ detail: { daysLate: [{ numeric: ['<', 3] }] } }, false],
    [{ detail: { absent: [{ exists: false }] } }, true],
    [{ detail: { gone: { deeper: [{ exists: false }] } } }, true],
    [{ detail: { title: [{ exists: false }] } }, false],
    [{ $or: [{ source: ['x'] }, { detail: { daysLate: [3] } }] }, true],
    [{ source: ['bunko.lending'], $or: [{ detail: { daysLate: [1] } }, { detail: { daysLate: [2] } }] }, false],
  ])('%j matches: %s', (pattern, expected) => expect(matches(pattern)).toBe(expected));

  it.each([
    [{ source: 'text' }],
    [{ source: [] }],
    [{ ip: [{ cidr: '10.0.0.0/8' }] }],
    [{ n: [{ numeric: ['~', 1] }] }],
    ['{'],
  ])('is refused when it is not one that can be evaluated: %j', (pattern) =>
    expect(() => eventPattern(pattern)).toThrow(expect.objectContaining({ reason: 'invalid-event-pattern' })));
});
