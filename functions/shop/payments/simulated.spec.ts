import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { OrderId } from '../../../events/ids.ts';
import { yen } from '../../../events/money.ts';
import { withEngine } from '../../../tests/support/engine.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import type { Mishap } from '../mishaps.ts';
import { paymentGatewayContract, takenMethod } from './contract-suite.ts';
import { inMemoryGateway } from './in-memory.ts';
import { Entry } from './ledger-rules.ts';
import type { PaymentGateway } from './port.ts';
import { type Simulation, simulatedGateway } from './simulated.ts';
import { withTimeLimit } from './time-limit.ts';

const documents = withEngine([{ name: 'payments' }]);
const onDynamo = (simulation: Simulation = {}) =>
  simulatedGateway(dynamoBook(documents(), 'payments', Entry), simulation);

paymentGatewayContract('the simulated gateway in memory', async () => inMemoryGateway());
paymentGatewayContract('the simulated gateway on DynamoDB', async () => onDynamo());

const amount = yen(1_200);

describe.each([
  ['in memory', (simulation?: Simulation): PaymentGateway => inMemoryGateway(simulation)],
  ['on DynamoDB', (simulation?: Simulation): PaymentGateway => withTimeLimit(onDynamo(simulation), 500)],
])('the test cards %s', (_, open) => {
  const asking = async (cardNumber: string) => {
    const gateway = open();
    const { method } = await takenMethod(gateway, { cardNumber });
    const orderId = OrderId.parse(uuid());
    return { gateway, orderId, ask: () => gateway.authorize({ orderId, method, amount }) };
  };

  it('…0119 could not be reached once for each order, and nothing happened; then it pays', async () => {
    const { gateway, orderId, ask } = await asking('4000000000000119');
    await expect(ask()).rejects.toMatchObject({ name: 'TransientFault' });
    expect(await gateway.lookUp(orderId)).toBeUndefined();
    expect(await ask()).toMatchObject({ outcome: 'authorized' });
  });

  it('…0259 never answers, and takes nothing', async () => {
    const { gateway, orderId, ask } = await asking('4000000000000259');
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await gateway.lookUp(orderId)).toBeUndefined();
  });

  it('…0341 promises the money without saying so', async () => {
    const { gateway, orderId, ask } = await asking('4000000000000341');
    await expect(ask()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'authorized' });
    expect(await ask()).toMatchObject({ outcome: 'authorized' });
  });

  it('…0119 that was voided after its stumble promises nothing any more', async () => {
    const { gateway, orderId, ask } = await asking('4000000000000119');
    await expect(ask()).rejects.toMatchObject({ name: 'TransientFault' });
    await gateway.void({ orderId });
    expect(await ask()).toMatchObject({ outcome: 'declined' });
  });
});

describe.each<[Mishap, string, string | undefined]>([
  ['transient', 'TransientFault', undefined],
  ['lost-request', 'OutcomeUnknown', undefined],
  ['lost-answer', 'OutcomeUnknown', 'authorized'],
])('a gateway with the mishap %s', (mishap, name, status) => {
  it(`throws ${name}, and the payment is then ${status ?? 'unheard of'}`, async () => {
    const gateway = inMemoryGateway({ mishaps: (call) => (call === 'authorize' ? mishap : undefined) });
    const orderId = OrderId.parse(uuid());
    const { method } = await takenMethod(gateway, { cardNumber: '4242424242424242' });
    await expect(gateway.authorize({ orderId, method, amount })).rejects.toMatchObject({ name });
    expect((await gateway.lookUp(orderId))?.status).toBe(status);
  });
});
