import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime.ts';
import {
  acceptedEntries,
  isRotating,
  type KeyTimeline,
  NOTICE_SECONDS,
  rotated,
  signingEntry,
} from './key-timeline.ts';

const start = new Date('2026-05-01T00:00:00Z');
const secondsLater = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const first: KeyTimeline = [{ keyId: 'first', signsFrom: 0 }];
const both = rotated(first, 'second', start);
const signs = (seconds: number) => signingEntry(both, secondsLater(seconds)).keyId;
const accepted = (seconds: number) => acceptedEntries(both, secondsLater(seconds)).map(({ keyId }) => keyId);

describe('a rotation of the signing keys', () => {
  it('publishes the new key at once and lets it sign after the notice', () => {
    expect(accepted(0)).toEqual(['first', 'second']);
    expect(signs(NOTICE_SECONDS - 1)).toBe('first');
    expect(signs(NOTICE_SECONDS)).toBe('second');
  });

  it('keeps the old key until its last token has expired', () => {
    expect(accepted(NOTICE_SECONDS + ACCESS_TOKEN_SECONDS)).toEqual(['first', 'second']);
    expect(accepted(NOTICE_SECONDS + ACCESS_TOKEN_SECONDS + 60)).toEqual(['second']);
  });

  it('is under way until the new key signs', () => {
    expect(isRotating(first, start)).toBe(false);
    expect(isRotating(both, secondsLater(NOTICE_SECONDS - 1))).toBe(true);
    expect(isRotating(both, secondsLater(NOTICE_SECONDS))).toBe(false);
  });

  it('forgets the keys of before, once nobody needs them', () => {
    const soon = rotated(both, 'third', secondsLater(NOTICE_SECONDS));
    expect(soon.map(({ keyId }) => keyId)).toEqual(['first', 'second', 'third']);
    const later = rotated(both, 'third', secondsLater(NOTICE_SECONDS + ACCESS_TOKEN_SECONDS + 60));
    expect(later.map(({ keyId }) => keyId)).toEqual(['second', 'third']);
  });
});
