import { expect, it } from 'vitest';
import { OrderId } from '../../../events/ids.ts';
import { inMemoryGateway } from './in-memory.ts';
import { openedLate } from './opened-late.ts';

it('a gateway that is opened late is opened once for all who ask at first, and anew after a failure', async () => {
  let opened = 0;
  const gateway = openedLate(async () => {
    opened += 1;
    if (opened === 1) throw new Error('the secret could not be read');
    return inMemoryGateway();
  });
  const orderId = OrderId.parse('order');
  await expect(gateway.lookUp(orderId)).rejects.toThrow('the secret');
  await Promise.all([gateway.lookUp(orderId), gateway.void({ orderId })]);
  expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'voided' });
  expect(opened).toBe(2);
});
