import type { ProductChanged } from '../../../../events/shop/product-changed.ts';
import type { ProductCreated } from '../../../../events/shop/product-created.ts';
import type { ProductWithdrawn } from '../../../../events/shop/product-withdrawn.ts';
import type { Aggregate } from '../../../platform/decider.ts';

export interface ListedProduct {
  status: 'listed';
  described: ProductChanged['data'];
}
export type Product = { status: 'unknown' } | ListedProduct | { status: 'withdrawn' };
export type ProductEvent = ProductCreated | ProductChanged | ProductWithdrawn;

export const product: Aggregate<Product, ProductEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'shop.product-created':
        return { status: 'listed', described: event.data };
      case 'shop.product-changed':
        return state.status === 'listed' ? { status: 'listed', described: event.data } : state;
      case 'shop.product-withdrawn':
        return { status: 'withdrawn' };
      default:
        return state;
    }
  },
};

/** What can be ordered of a product, at the price of now; undefined when it is not sold. */
export const soldAs = (product: Product): ProductChanged['data'] | undefined =>
  product.status === 'listed' && product.described.active ? product.described : undefined;
