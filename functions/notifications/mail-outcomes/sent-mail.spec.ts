import { describe, expect, it } from 'vitest';
import { sentMailIn } from './sent-mail.ts';

const sent = (tags: unknown, eventType = 'Send') => ({ source: 'aws.ses', detail: { eventType, mail: { tags } } });

describe('an event of the mail provider', () => {
  it('names the mail that went out', () =>
    expect(sentMailIn(sent({ 'idempotency-key': ['k1'], kind: ['welcome'] }))).toBe('k1'));

  it.each([
    ['another event', sent({ 'idempotency-key': ['k1'] }, 'Bounce')],
    ['a mail without a key', sent({ kind: ['welcome'] })],
    ['an empty key', sent({ 'idempotency-key': [''] })],
    ['two keys', sent({ 'idempotency-key': ['k1', 'k2'] })],
    ['no tags', { detail: { eventType: 'Send', mail: {} } }],
    ['nothing', undefined],
  ])('says nothing about a mail of ours when it is %s', (_, event) => expect(sentMailIn(event)).toBeUndefined());
});
