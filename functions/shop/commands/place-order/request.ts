import * as z from 'zod';
import { ProductId } from '../../../../events/ids.ts';
import { lineOfText } from '../../../platform/http/text.ts';

const MOST_LINES = 50;
const MOST_PIECES_PER_LINE = 100;

const Items = z
  .array(z.strictObject({ productId: ProductId, quantity: z.number().int().min(1).max(MOST_PIECES_PER_LINE) }))
  .min(1)
  .max(MOST_LINES)
  .superRefine((items, context) => {
    for (const [index, { productId }] of items.entries())
      if (items.findIndex((item) => item.productId === productId) < index)
        context.addIssue({ code: 'custom', path: [index, 'productId'], message: 'is on another line already' });
  });

const Payment = z
  .strictObject({
    cardNumber: z
      .string()
      .regex(/^\d{12,19}$/, 'must have 12 to 19 digits')
      .optional(),
    /** What the gateway's own form in the browser made of a card. */
    paymentMethodId: z
      .string()
      .regex(/^pm_\w{1,100}$/, 'must be the id of a payment method, pm_…')
      .optional(),
  })
  .superRefine(({ cardNumber, paymentMethodId }, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (cardNumber === undefined && paymentMethodId === undefined)
      say('cardNumber', 'is required unless there is a paymentMethodId');
    if (cardNumber !== undefined && paymentMethodId !== undefined)
      say('paymentMethodId', 'cannot be sent beside a cardNumber');
  });

/** `POST /api/orders`. Names and prices are the server's, so there is no field for them. */
export const PlaceOrderRequest = z.strictObject({
  items: Items,
  payment: Payment,
  shippingAddress: z.strictObject({
    name: lineOfText(100),
    postalCode: lineOfText(20),
    country: lineOfText(60),
    line1: lineOfText(200),
    line2: lineOfText(200).optional(),
  }),
});
export type PlaceOrderRequest = z.infer<typeof PlaceOrderRequest>;
