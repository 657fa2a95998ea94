import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrderId } from '../../../events/ids.ts';
import { yen } from '../../../events/money.ts';
import { withEngine } from '../../../tests/support/engine.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import { inMemoryBook } from '../books/in-memory.ts';
import { paymentGatewayContract, takenMethod } from './contract-suite.ts';
import { givenStripe } from './given-stripe.ts';
import { stripeGateway } from './stripe.ts';
import { IntentLine } from './stripe-intents.ts';

let server: Awaited<ReturnType<typeof givenStripe>>;
beforeAll(async () => {
  server = await givenStripe();
});
afterAll(() => server.stop());
const documents = withEngine([{ name: 'payments' }]);

const inMemory = (timeout?: number, isLive = false) =>
  stripeGateway(server.client(timeout), inMemoryBook<IntentLine>(new Map()), { isLive });

paymentGatewayContract('Stripe with its intents in memory', async () => inMemory());
paymentGatewayContract('Stripe with its intents on DynamoDB', async () =>
  stripeGateway(server.client(), dynamoBook(documents(), 'payments', IntentLine), { isLive: false }),
);

const amount = yen(4_500);
const given = async (timeout?: number) => {
  const gateway = inMemory(timeout);
  const orderId = OrderId.parse(uuid());
  const { method } = await takenMethod(gateway, { cardNumber: '4242424242424242' });
  const requests = () => server.seen.filter(({ key }) => key?.startsWith(orderId));
  return { gateway, orderId, requests, ask: () => gateway.authorize({ orderId, method, amount }) };
};

describe('what Stripe is asked', () => {
  it('is one intent for an order, in whole yen, to be captured later, each call under a key of the order', async () => {
    const { gateway, orderId, requests, ask } = await given();
    const authorized = await ask();
    const id = authorized.outcome === 'authorized' ? authorized.authorizationId : '';
    await gateway.capture({ orderId, amount });
    await gateway.refund({ orderId, amount });
    expect(requests()).toEqual([
      {
        method: 'POST',
        path: '/v1/payment_intents',
        key: `${orderId}#begin`,
        body: {
          amount: '4500',
          currency: 'jpy',
          payment_method: 'pm_card_visa',
          'payment_method_types[0]': 'card',
          capture_method: 'manual',
          'metadata[orderId]': orderId,
        },
      },
      {
        method: 'POST',
        path: `/v1/payment_intents/${id}/confirm`,
        key: `${orderId}#authorize`,
        body: { error_on_requires_action: 'true' },
      },
      { method: 'POST', path: `/v1/payment_intents/${id}/capture`, key: `${orderId}#capture`, body: {} },
      { method: 'POST', path: '/v1/refunds', key: `${orderId}#refund`, body: { payment_intent: id } },
    ]);
  });

  it('is to cancel an intent that is voided', async () => {
    const { gateway, orderId, requests, ask } = await given();
    await ask();
    await gateway.void({ orderId });
    expect(requests().at(-1)).toMatchObject({
      path: expect.stringMatching(/^\/v1\/payment_intents\/pi_\w+\/cancel$/),
      key: `${orderId}#void`,
    });
  });

  it('never holds the number of a card', async () => {
    const live = inMemory(2_000, true);
    const before = server.seen.length;
    expect(await live.methodFor({ cardNumber: '4242424242424242' })).toEqual({
      outcome: 'not-taken',
      reason: 'card-number-not-taken',
    });
    expect(server.seen.length).toBe(before);
    expect(await live.methodFor({ paymentMethodId: 'pm_1MtwBw' })).toEqual({
      outcome: 'taken',
      method: 'pm_1MtwBw',
      last4: '4242',
    });
  });
});

describe('when Stripe is in trouble', () => {
  it.each([
    [429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests' }],
    [429, { type: 'invalid_request_error', code: 'lock_timeout', message: 'This object is being accessed' }],
    [409, { type: 'invalid_request_error', code: 'idempotency_key_in_use', message: 'Another request' }],
  ])('a %i (%j) changed nothing: the call may be made again, and does it', async (status, error) => {
    const { orderId, gateway, ask } = await given();
    server.trouble(/confirm/, { status, error });
    await expect(ask()).rejects.toMatchObject({ name: 'TransientFault' });
    expect(await gateway.lookUp(orderId)).toBeUndefined();
    expect(await ask()).toMatchObject({ outcome: 'authorized' });
  });

  it('a fault of Stripe says nothing of the outcome; looking does', async () => {
    const { gateway, orderId, ask } = await given();
    server.trouble(/confirm/, { status: 500, error: { type: 'api_error', message: 'Sorry' } });
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await gateway.lookUp(orderId)).toBeUndefined();
  });

  it.each(['begin', 'confirm'])('silence at %s ends with the time limit and an unknown outcome', async (call) => {
    const { gateway, orderId, ask } = await given(50);
    server.trouble(call === 'begin' ? /POST .*intents$/ : /confirm/, 'silence');
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await gateway.lookUp(orderId)).toBeUndefined();
  });

  it('a lost answer to the promise is found by looking, and nothing is promised twice', async () => {
    const { gateway, orderId, requests, ask } = await given();
    // The client asks once more by itself after a connection was closed; the key makes that harmless.
    server.trouble(/confirm/, 'lost-answer');
    server.trouble(/confirm/, 'lost-answer');
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'authorized' });
    expect(await ask()).toMatchObject({ outcome: 'authorized' });
    expect(new Set(requests().map(({ key }) => key))).toEqual(new Set([`${orderId}#begin`, `${orderId}#authorize`]));
  });

  it('an intent that was begun but not written down holds nothing, and is found again under its key', async () => {
    const { gateway, orderId, requests, ask } = await given();
    server.trouble(/POST .*intents$/, 'lost-answer');
    server.trouble(/POST .*intents$/, 'lost-answer');
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await gateway.lookUp(orderId)).toBeUndefined();
    const authorized = await ask();
    const id = authorized.outcome === 'authorized' ? authorized.authorizationId : '';
    expect(requests().at(-1)?.path).toBe(`/v1/payment_intents/${id}/confirm`);
  });

  it('who is not let in hears so, and is not told to try again', async () => {
    const { ask } = await given();
    server.trouble(/POST .*intents$/, {
      status: 401,
      error: { type: 'invalid_request_error', message: 'Invalid API Key provided' },
    });
    await expect(ask()).rejects.toMatchObject({ type: 'StripeAuthenticationError' });
  });

  it('nobody at the address means that nothing was sent', async () => {
    const gone = await givenStripe();
    const gateway = stripeGateway(gone.client(), inMemoryBook<IntentLine>(new Map()), { isLive: false });
    await gone.stop();
    await expect(
      gateway.authorize({ orderId: OrderId.parse(uuid()), method: 'pm_card_visa', amount }),
    ).rejects.toMatchObject({ name: 'TransientFault' });
  });
});
