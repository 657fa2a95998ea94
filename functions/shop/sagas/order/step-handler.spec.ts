import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../outside-fault.ts';
import { stepHandler } from './step-handler.ts';
import { StepInput } from './step-input.ts';

const payload = {
  orderId: 'order-1',
  correlationId: 'journey-1',
  at: '2026-12-01T00:00:10.000Z',
  startedAt: '2026-12-01T00:00:00.000Z',
};
const ended = (run: (input: StepInput) => Promise<unknown>, sent: unknown = payload) =>
  stepHandler(StepInput, run)(sent, { awsRequestId: 'request' } as Context);
const failing = (error: Error) => ended(() => Promise.reject(error));

describe('a step of the saga', () => {
  it('is told whose order it is, and when', async () =>
    expect(await ended(async ({ orderId, at }) => [orderId, at.getUTCSeconds()])).toEqual(['order-1', 10]));

  it.each([
    ['AWS is out of order', Object.assign(new Error(), { name: 'InternalServerError', $fault: 'server' })],
    ['AWS is too busy', Object.assign(new Error(), { $fault: 'client', $retryable: { throttling: true } })],
  ])('may be tried again when %s', (_, error) =>
    expect(failing(error)).rejects.toMatchObject({ name: 'TransientFault' }));

  it.each([
    ['the outside has not answered', new OutcomeUnknown(), 'OutcomeUnknown'],
    ['it has a bug', new TypeError('undefined is not a function'), 'TypeError'],
    ['AWS forbids it', Object.assign(new Error(), { name: 'AccessDenied', $fault: 'client' }), 'AccessDenied'],
  ])('ends under the name of its error when %s', (_, error, name) =>
    expect(failing(error)).rejects.toMatchObject({ name }));

  it('refuses a payload that nobody should send', () =>
    expect(ended(async () => 'done', { orderId: 'order-1' })).rejects.toMatchObject({ name: 'ZodError' }));
});
