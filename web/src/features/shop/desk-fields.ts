import type { Entered, EnteredField } from '../../lib/entered-fields.ts';
import type { Product } from './product.ts';

/** The shop sells in one currency. */
const CURRENCY = 'JPY';

/** What a librarian enters of a product. */
export const productFields = [
  { name: 'name', kind: 'line', most: 100 },
  { name: 'categoryId', kind: 'choice' },
  { name: 'price', kind: 'number', least: 1, most: 10_000_000 },
  { name: 'alertLevel', kind: 'number', least: 0, most: 100_000 },
  { name: 'description', kind: 'lines', most: 2000 },
  { name: 'images', kind: 'lines', isOptional: true },
] as const satisfies readonly EnteredField[];

/** A product may be taken off sale for a while once it is there. */
export const changedProductFields = [
  ...productFields,
  { name: 'active', kind: 'choice' },
] as const satisfies readonly EnteredField[];

/** A product as its form shows it. */
export const enteredProduct = ({ price, images, active, ...rest }: Partial<Product>): Entered => ({
  name: rest.name ?? '',
  categoryId: rest.categoryId ?? '',
  description: rest.description ?? '',
  price: price === undefined ? '' : String(price.amount),
  alertLevel: String(rest.alertLevel ?? 0),
  images: (images ?? []).join('\n'),
  active: String(active ?? true),
});

/** What the shop is sent for what was entered: money with its currency, a picture a line. */
export const productBody = ({ price, images, active, ...rest }: Record<string, unknown>): Record<string, unknown> => ({
  ...rest,
  ...(price !== undefined && { price: { amount: price, currency: CURRENCY } }),
  ...(images !== undefined && { images: linesOf(images) }),
  ...(active !== undefined && { active: active === 'true' }),
});

const linesOf = (text: unknown): readonly string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
