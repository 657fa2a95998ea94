import type { BunkoEvent } from '../../events/catalog.ts';
import { CategoryId, OrderId, ProductId } from '../../events/ids.ts';
import { yen } from '../../events/money.ts';
import type { Category } from '../../events/topics.ts';
import type { Random } from './random.ts';

type Written = readonly [category: Category, id: string, event: BunkoEvent];

const [CATEGORIES, PRODUCTS, FIRST_STOCK] = [20, 200, 1_000] as const;
const productId = (number: number) => ProductId.parse(`p${number}`);
const categoryId = (number: number) => CategoryId.parse(`k${number}`);
const described = (number: number, price: number) => ({
  productId: productId(number),
  name: `Product ${number}`,
  description: 'd',
  categoryId: categoryId(number % CATEGORIES),
  price: yen(price),
  images: [],
  active: true,
});
const onTree = (event: BunkoEvent): Written => ['shop-category', 'tree', event];

/** The shop before anybody buys: categories, and products with their first stock. */
export function* shopBeginnings(): Generator<readonly Written[]> {
  for (let one = 0; one < CATEGORIES; one++) {
    const parentId = one < 5 ? null : categoryId(one % 5);
    const data = { categoryId: categoryId(one), name: `Category ${one}`, parentId };
    yield [onTree({ type: 'shop.category-created', data })];
  }
  for (let one = 0; one < PRODUCTS; one++) {
    const [id, data] = [productId(one), described(one, 500)];
    const { categoryId } = data;
    const counted = { productId: id, change: FIRST_STOCK, reason: 'first delivery', stock: FIRST_STOCK };
    yield [
      ['product', id, { type: 'shop.product-created', data }],
      ['stock', id, { type: 'shop.stock-opened', data: { productId: id, alertLevel: 10 } }],
      onTree({ type: 'shop.category-grew', data: { categoryId, productId: id } }),
    ];
    yield [['stock', id, { type: 'shop.stock-adjusted', data: counted }]];
  }
}

/** What happens to a product: an order takes a piece and keeps it or gives it back, a price changes, a category is renamed. */
export function* selling(random: Random, number: number): Generator<readonly Written[]> {
  const product = random.between(0, PRODUCTS - 1);
  const id = productId(product);
  const piece = { productId: id, orderId: OrderId.parse(`o${number}`), quantity: 1 };
  const onStock = (event: BunkoEvent): readonly Written[] => [['stock', id, event]];
  yield onStock({ type: 'shop.stock-reserved', data: { ...piece, stock: FIRST_STOCK - 1 } });
  const isKept = random.chance(0.7);
  if (isKept) yield onStock({ type: 'shop.stock-committed', data: { ...piece, stock: FIRST_STOCK - 1 } });
  yield onStock({
    type: isKept ? 'shop.stock-returned' : 'shop.stock-released',
    data: { ...piece, stock: FIRST_STOCK },
  });
  if (random.chance(0.2)) {
    const data = { ...described(product, random.between(100, 900)), active: random.chance(0.9) };
    yield [['product', id, { type: 'shop.product-changed', data }]];
  }
  if (random.chance(0.1)) {
    const low = { productId: id, name: `Product ${product}`, stock: FIRST_STOCK, alertLevel: FIRST_STOCK };
    yield onStock({ type: 'shop.alert-level-set', data: { productId: id, alertLevel: FIRST_STOCK } });
    yield onStock({ type: 'shop.stock-ran-low', data: low });
  }
  if (random.chance(0.1)) {
    const data = { categoryId: categoryId(product % CATEGORIES), name: `Renamed ${number}`, parentId: null };
    yield [onTree({ type: 'shop.category-changed', data })];
  }
}
