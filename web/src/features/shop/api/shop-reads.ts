/** Reads that must have seen a change of what the shop sells. */
export const SHOP_READS = ['/api/products', '/api/categories'] as const;

/** What is drawn from them. */
export const shopQueries = [['products'], ['categories']] as const;
