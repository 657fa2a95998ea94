import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../../events/ids.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { noticeExpiringCards } from './react.ts';

const began = (day: string) => {
  const event = heard('notice-expiring', recorded('platform.day-began', 'main#calendar#tokyo', 1, { day }));
  return event ?? expect.fail('the reaction does not hear that a day began');
};

describe('the morning look for cards that end soon', () => {
  it('takes those whose last day is today to thirty days away, and tells each of their members', async () => {
    const asked: string[] = [];
    const told: string[] = [];
    const react = noticeExpiringCards({
      async *membersWhoseCardEnds(from, to) {
        asked.push(from, to);
        yield MemberId.parse('aki');
        yield MemberId.parse('mei');
      },
      noticeExpiry: async (memberId) => void told.push(memberId),
    });
    await react(began('2028-04-01'));
    expect(asked).toEqual(['2028-04-01', '2028-05-01']);
    expect(told).toEqual(['aki', 'mei']);
  });
});
