import { expect, it } from 'vitest';
import { wishOf } from './checkout.ts';

it('sends products and quantities, an address without an empty line, and the digits of the card', () =>
  expect(
    wishOf(
      {
        name: 'Aki',
        postalCode: '100-0001',
        country: 'JP',
        line1: 'Chiyoda 1',
        line2: ' ',
        cardNumber: '4242 4242 4242 4242',
      },
      [{ productId: 'p', quantity: 2 }],
    ),
  ).toEqual({
    items: [{ productId: 'p', quantity: 2 }],
    payment: { cardNumber: '4242424242424242' },
    shippingAddress: { name: 'Aki', postalCode: '100-0001', country: 'JP', line1: 'Chiyoda 1' },
  }));
