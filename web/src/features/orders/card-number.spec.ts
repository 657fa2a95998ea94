import { expect, it } from 'vitest';
import { digitsOf } from './card-number.ts';

it.each([
  '4242424242424242',
  '4242 4242 4242 4242',
  '4242-4242-4242-4242',
  '４２４２ ４２４２４２４２４２４２',
])('given %s was typed, sends the digits only', (typed) => expect(digitsOf(typed)).toBe('4242424242424242'));

it('leaves what is no number for the shop to refuse', () => expect(digitsOf('my card')).toBe('mycard'));
