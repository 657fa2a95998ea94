import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../aws/given-aws.ts';
import type { FaultRule } from './fault-plan.ts';
import { firedIn, givenFaults } from './given-faults.ts';
import { type Caller, givenServices } from './given-services.ts';

let services: Awaited<ReturnType<typeof givenServices>>;
let endpoints: { stop(): Promise<void> }[];
beforeEach(async () => {
  services = await givenServices();
  endpoints = [];
});
afterEach(async () => {
  await Promise.all(endpoints.map((endpoint) => endpoint.stop()));
  await services.stop();
});

/** One function calls one service under one rule. */
const given = async (at: keyof typeof services.at, rule: Omit<FaultRule, 'at'>) => {
  const service = services.at[at];
  const book = givenFaults([{ at, ...(service.target !== undefined && { target: service.target }), ...rule }]);
  const endpoint = await services.endpoint(book);
  endpoints.push(endpoint);
  const call = (caller?: Caller) => service.call(endpoint.url, caller).catch((error: unknown) => error);
  return { service, book, call };
};

describe.each(['dynamodb', 'sqs', 'eventbridge', 'mail'] as const)('a call to %s', (at) => {
  it('that loses its answer has done its work', async () => {
    const { service, book, call } = await given(at, { kind: 'lose-answer' });
    expect(await call()).toMatchObject({ code: 'ECONNRESET' });
    expect([await service.done(), firedIn(book)]).toEqual([1, [1]]);
  });

  it('that loses its answer is done again by an SDK that retries', async () => {
    const { service, call } = await given(at, { kind: 'lose-answer', times: 1 });
    expect(await call({ maxAttempts: 3 })).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(await service.done()).toBe(2);
  });

  it("that is throttled gets the service's own error, and an SDK that retries gets through", async () => {
    const { service, call } = await given(at, { kind: 'throttle', times: 2 });
    expect(await call()).toMatchObject({ name: service.throttling });
    expect(await service.done()).toBe(0);
    expect(await call({ maxAttempts: 3 })).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(await service.done()).toBe(1);
  });

  it('that fails has done nothing', async () => {
    const { service, call } = await given(at, { kind: 'error' });
    expect(await call()).toMatchObject({ name: 'InternalServerError', $metadata: { httpStatusCode: 500 } });
    expect(await service.done()).toBe(0);
  });

  it('that hangs is never answered and has done nothing', async () => {
    const { service, call } = await given(at, { kind: 'hang', delayMs: 20 });
    expect(await call()).toMatchObject({ code: 'ECONNRESET' });
    expect(await service.done()).toBe(0);
  });

  it('that hangs ends when the runtime stops', async () => {
    const { book, call } = await given(at, { kind: 'hang' });
    const hanging = call();
    await eventually(async () => (await book.activity.pending()).length === 1);
    await book.stop();
    expect(await hanging).toMatchObject({ code: 'ECONNRESET' });
  });

  it('that hangs no longer counts when its client has gone', async () => {
    const { book, call } = await given(at, { kind: 'hang' });
    expect(await call({ requestTimeout: 50 })).toMatchObject({ name: 'TimeoutError' });
    await eventually(async () => (await book.activity.pending()).length === 0);
  });

  it('from outside never meets a fault', async () => {
    const { service, book, call } = await given(at, { kind: 'error' });
    expect(await call({ key: 'somebody' })).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect([await service.done(), firedIn(book)]).toEqual([1, [0]]);
  });
});

describe.each(['dynamodb', 'mail'] as const)('a call to %s that is delayed', (at) => {
  it('is done later, and the system is not idle until then', async () => {
    const { service, book, call } = await given(at, { kind: 'delay', delayMs: 60_000 });
    const delayed = call();
    await eventually(async () => (await book.activity.pending()).length === 1);
    expect(await service.done()).toBe(0);
    book.replace({ seed: 1, rules: [] });
    expect(await delayed).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(await service.done()).toBe(1);
  });
});

describe('a write to DynamoDB that comes twice', () => {
  it('is applied twice, and the second answer is told', async () => {
    const { service, call } = await given('dynamodb', { kind: 'duplicate' });
    expect(await call()).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(await service.done()).toBe(2);
  });
});

it('a rule for another table, queue or bus does not concern a call', async () => {
  for (const at of ['dynamodb', 'sqs', 'eventbridge'] as const) {
    const { book, call } = await given(at, { kind: 'error', target: 'another' });
    expect(await call()).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(firedIn(book)).toEqual([0]);
  }
});
