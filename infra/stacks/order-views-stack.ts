import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

/** What is seen of orders: each of them, their lists, and what they come to. */
export class OrderViewsStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const shop = new Domain(this, 'shop', ground);

    shop.projection('orders').hears().into('orders').rebuildable();
    shop
      // As long as the gateway waits: a search looks through thousands of orders.
      .query('orders', { timeout: Duration.seconds(29) })
      .from('orders')
      .listingBy('orders', 'by-placing', 'by-status', 'of-member', 'by-tracking-number')
      .answers('GET /api/orders/{orderId}', 'GET /api/me/orders', 'GET /api/orders');

    shop.projection('order-statistics').hears().into('order-statistics').rebuildable();
    shop
      .query('order-statistics', { timeout: Duration.seconds(29) })
      .from('order-statistics')
      .listing('order-statistics')
      .answers('GET /api/orders/statistics', 'GET /api/orders/reports/{day}');
  }
}
