import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

/** Categories, products and their stock; orders have stacks of their own. */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const shop = new Domain(this, 'shop', ground);

    shop.command('create-category').appendsTo('shop-category').answers('POST /api/categories');
    shop.command('change-category').appendsTo('shop-category').answers('PATCH /api/categories/{categoryId}');
    shop.command('delete-category').appendsTo('shop-category').answers('DELETE /api/categories/{categoryId}');
    shop.command('create-product').appendsTo('product', 'stock', 'shop-category').answers('POST /api/products');
    shop
      .command('change-product')
      .appendsTo('product', 'stock', 'shop-category')
      .answers('PATCH /api/products/{productId}');
    shop.command('withdraw-product').appendsTo('product', 'shop-category').answers('DELETE /api/products/{productId}');
    shop.command('adjust-stock').appendsTo('stock').restsOn('product').answers('POST /api/products/{productId}/stock');
    shop
      .command('set-alert-level')
      .appendsTo('stock')
      .restsOn('product')
      .answers('PUT /api/products/{productId}/alert-level');

    shop.projection('categories').hears().into('categories').rebuildable();
    shop.projection('products').hears().into('products').rebuildable();
    shop.projection('stock-history').hears().into('stock-history').rebuildable();
    shop
      .query('categories')
      .from('categories')
      .answersAnyone('GET /api/categories', 'GET /api/categories/{categoryId}');
    shop
      .query('products')
      .from('products', 'categories', 'stock-history')
      .listing('stock-history')
      .listingBy('products')
      .answersAnyone('GET /api/products/{productId}')
      // The list is for anyone, and longer for staff: the authorizer is asked who calls.
      .answers('GET /api/products', 'GET /api/products/low-stock', 'GET /api/products/{productId}/stock-history');
  }
}
