import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../../events/ids.ts';
import { ownCardWatermark } from './own-card-watermark.ts';

const shownAt = (version: number) => ownCardWatermark(MemberId.parse('aki'), async () => version);

describe('what a member’s own card has to have seen', () => {
  it('is the version of its stream', async () => expect(await shownAt(3).position('main#card#aki')).toBe(3));

  it('is the card itself, when the account was written to', async () => {
    expect(await shownAt(0).position('main#account#aki')).toBe(0);
    expect(await shownAt(1).position('main#account#aki')).toBeGreaterThan(7);
  });

  it('is nothing of other members', async () => {
    expect(await shownAt(0).position('main#card#mei')).toBeGreaterThan(7);
    expect(await shownAt(0).position('main#account#mei')).toBeGreaterThan(7);
  });
});
