import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { OrderId } from '../../../events/ids.ts';
import { withEngine } from '../../../tests/support/engine.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import type { Mishap } from '../mishaps.ts';
import { arranging, ParcelLine } from './carrier-rules.ts';
import { carrierContract } from './contract-suite.ts';
import { inMemoryCarrier } from './in-memory.ts';
import type { CarrierAnswer } from './port.ts';
import { simulatedCarrier } from './simulated.ts';

const documents = withEngine([{ name: 'parcels' }]);

carrierContract('the simulated carrier in memory', async () => {
  const answers: CarrierAnswer[] = [];
  return { carrier: inMemoryCarrier({ answer: (answer) => void answers.push(answer) }), answers: async () => answers };
});
carrierContract('the simulated carrier on DynamoDB', async () => {
  const answers: CarrierAnswer[] = [];
  const parcels = dynamoBook(documents(), 'parcels', ParcelLine);
  const carrier = simulatedCarrier(parcels, {
    send: async (request) => void answers.push(await parcels.turn(request.orderId, arranging(request))),
  });
  return { carrier, answers: async () => answers };
});

const now = new Date('2026-05-11T03:00:00Z');
const address = { name: 'Aki', postalCode: '150-0001', country: 'JP', line1: '1-2-3' };

describe.each<[Mishap, string, number]>([
  ['transient', 'TransientFault', 0],
  ['lost-request', 'OutcomeUnknown', 0],
  ['lost-answer', 'OutcomeUnknown', 1],
])('a carrier with the mishap %s', (mishap, name, heard) => {
  it(`throws ${name} and has heard of ${heard} parcels`, async () => {
    const carrier = inMemoryCarrier({ answer: () => {}, mishaps: () => mishap });
    const orderId = OrderId.parse(uuid());
    await expect(carrier.arrange({ orderId, pieces: 1, address, replyTo: 'token', now })).rejects.toMatchObject({
      name,
    });
    expect(carrier.parcels.size).toBe(heard);
  });
});
