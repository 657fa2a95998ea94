import * as z from 'zod';
import { ShownProduct } from '../../shown-product.ts';

/** What is known of a product; `described` is missing while only its stock was told, and once it was withdrawn. */
export const ProductFacts = z.object({
  described: ShownProduct.omit({ stock: true, alertLevel: true }).optional(),
  createdAt: z.string().optional(),
  stock: z.number().default(0),
  alertLevel: z.number().default(0),
});
export type ProductFacts = z.infer<typeof ProductFacts>;

/** An index of the view, and its sort attribute. */
export interface ProductList {
  index: string;
  attribute: string;
  /** The attribute that says which rows are in it, and its value. */
  partition: readonly [attribute: string, value: string];
}

const LISTED = ['listed', 'product'] as const;
export const productLists = {
  name: { index: 'by-name', attribute: 'nameKey', partition: LISTED },
  price: { index: 'by-price', attribute: 'priceKey', partition: LISTED },
  newest: { index: 'by-creation', attribute: 'createdKey', partition: LISTED },
} as const satisfies Readonly<Record<string, ProductList>>;
/** Rows have its partition while their stock is low. */
export const lowStock: ProductList = { index: 'low-by-name', attribute: 'nameKey', partition: ['low', 'product'] };

export const productRow = (productId: string) => ({ pk: productId, sk: 'product' });

/** Below every character that a name may hold, so that a short name comes before the longer one it begins. */
const SEPARATOR = '\u0001';
const BEHIND = '\u0002';
/** DynamoDB takes no longer sort attribute in an index. */
const LONGEST_KEY_BYTES = 1024;
const ID = /^[A-Za-z0-9-]{1,64}$/;

/** The sort attribute of a row: by code point, ties by id, and unique, so that a cursor is one such key. */
export const sortKey = (value: string, id: string): string => `${value}${SEPARATOR}${id}`;
/** Prices as text, in their order. */
export const paddedPrice = (amount: number): string => String(amount).padStart(9, '0');
/** A bound that has every key of this value before it. */
export const behind = (value: string): string => `${value}${BEHIND}`;

/** The id in a sort attribute, undefined for what is none. */
export const idIn = (key: string): string | undefined => {
  const [value = '', id = '', ...more] = key.split(SEPARATOR);
  const isKey =
    value !== '' && value.isWellFormed() && more.length === 0 && Buffer.byteLength(key) <= LONGEST_KEY_BYTES;
  return isKey && ID.test(id) ? id : undefined;
};

/** The product in a row, undefined for a row that only counts. */
export const productIn = (row: unknown): ShownProduct | undefined => {
  const { described, stock, alertLevel } = ProductFacts.parse(row ?? {});
  return described && { ...described, stock, alertLevel };
};
