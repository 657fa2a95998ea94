import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { CarrierAnswer } from '../../../shipping/port.ts';
import { takeAnswers } from './take-answers.ts';

const answer = (orderId: string): CarrierAnswer =>
  JSON.parse(JSON.stringify({ orderId, replyTo: 'token', outcome: 'refused', reason: 'invalid-address' }));
const message = (messageId: string, body: string) => ({
  messageId,
  body,
  attributes: { SentTimestamp: String(Date.parse('2026-12-01T00:00:00Z')) },
});
const context = { awsRequestId: 'request' } as Context;

const taken = async (fails: readonly string[], ...bodies: readonly string[]) => {
  const heard: [string, string][] = [];
  const handler = takeAnswers(async ({ orderId }, at) => {
    if (fails.includes(orderId)) throw new Error('not now');
    heard.push([orderId, at.toISOString()]);
  });
  const records = bodies.map((body, index) => message(`m${index}`, body));
  return { heard, response: await handler({ Records: records }, context) };
};

describe('the queue of the carrier’s answers', () => {
  it('brings each answer with the time it was sent', async () => {
    const { heard, response } = await taken([], JSON.stringify(answer('order-1')));
    expect(heard).toEqual([['order-1', '2026-12-01T00:00:00.000Z']]);
    expect(response).toEqual({ batchItemFailures: [] });
  });

  it('gets back only what failed: an answer that could not be taken, and one that nobody understands', async () => {
    const bodies = [
      JSON.stringify(answer('order-1')),
      JSON.stringify(answer('order-2')),
      '{"orderId":"order-3"}',
      'no',
    ];
    const { heard, response } = await taken(['order-2'], ...bodies);
    expect(heard.map(([orderId]) => orderId)).toEqual(['order-1']);
    expect(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2', 'm3']);
  });
});
