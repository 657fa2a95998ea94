/** Reads that must have seen what was done to an order. */
export const ORDER_READS = ['/api/orders', '/api/me/orders'] as const;

/** What is drawn from orders, and the stock they move. */
export const orderQueries = [['me', 'orders'], ['me', 'all-orders'], ['products']] as const;
