import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../../events/ids.ts';
import { inMemoryBook } from '../../books/in-memory.ts';
import type { ParcelLine } from '../carrier-rules.ts';
import { CarrierReply } from '../messages.ts';
import type { CarrierAnswer } from '../port.ts';
import { takeRequests } from './take-requests.ts';

const request = (orderId: string) => ({
  orderId,
  pieces: 1,
  postalCode: '150-0001',
  country: 'JP',
  replyTo: `token of ${orderId}`,
  requestedAt: '2026-05-11T03:00:00Z',
});
const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })),
});
const given = (answer?: (answer: CarrierAnswer) => Promise<void>) => {
  const answers: CarrierAnswer[] = [];
  const lines = new Map<OrderId, ParcelLine>();
  const take = takeRequests({
    parcels: inMemoryBook(lines),
    answer: answer ?? (async (one) => void answers.push(CarrierReply.parse(JSON.parse(JSON.stringify(one))))),
  });
  return { take, answers, lines };
};

describe('the simulated carrier', () => {
  it('answers every request of a batch', async () => {
    const { take, answers } = given();
    expect(await take(batch(request('one'), request('two')))).toEqual({ batchItemFailures: [] });
    expect(answers.map(({ orderId, outcome }) => [orderId, outcome])).toEqual([
      ['one', 'arranged'],
      ['two', 'arranged'],
    ]);
  });

  it('gives a request that comes again the answer it gave before', async () => {
    const { take, answers } = given();
    await take(batch(request('one')));
    await take(batch({ ...request('one'), requestedAt: '2026-06-01T00:00:00Z' }));
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each([
    ['no JSON', 'poison'],
    ['more than it must know', { ...request('one'), name: 'Aki' }],
    ['no pieces', { ...request('one'), pieces: 0 }],
  ])('gives back alone a request with %s', async (_, body) => {
    const { take, answers } = given();
    expect(await take(batch(body, request('two')))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(answers.map(({ orderId }) => orderId)).toEqual(['two']);
  });

  it('gives a request back when its answer could not be sent, and answers the same later', async () => {
    let isDown = true;
    const answers: CarrierAnswer[] = [];
    const { take, lines } = given(async (answer) => {
      if (isDown) throw new Error('the queue is down');
      answers.push(answer);
    });
    expect(await take(batch(request('one')))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    isDown = false;
    expect(await take(batch(request('one')))).toEqual({ batchItemFailures: [] });
    expect(answers).toHaveLength(1);
    expect(lines.size).toBe(1);
  });
});
