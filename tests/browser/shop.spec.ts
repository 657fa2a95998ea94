import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../support/library.ts';
import { withSystem } from '../support/system.ts';
import { fillCheckout, SAGA_MS, TEST_CARDS } from './checkout.ts';
import { newProduct } from './products.ts';
import { browserProgram, type Visitor, withVisitors } from './visitors.ts';

const placeOrder = async ({ page }: Visitor, cardNumber: string): Promise<void> => {
  await page.getByRole('button', { name: 'Put into the basket' }).click();
  await page.getByRole('link', { name: 'See the basket' }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await fillCheckout(page, cardNumber);
  await page.getByRole('button', { name: 'Place the order' }).dblclick();
  await page.getByRole('heading', { level: 1, name: 'Order' }).waitFor();
};

describe.skipIf(browserProgram === undefined)('the shop in the web application', () => {
  const system = withSystem({ web: true });
  const visitors = withVisitors(system);
  const atTheDesk = (path: string) => visitors.openAs('librarian@bunko.test', 'bunko-demo-1', path);

  it('given a product, when a member finds and buys it, then they follow the order until it is confirmed, and it was placed once', async () => {
    const { library } = system();
    const { name, categoryName } = await newProduct(library, { price: 880, stock: 5 });
    const reader = await library.register('Aki');
    await library.settled();
    const visitor = await visitors.openAs(reader.email, PASSWORD, '/shop');
    const { page, problems } = visitor;
    await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: categoryName }).click();
    await page.getByLabel('Search words').fill(name);
    await page.getByRole('main').getByRole('link', { name }).click();
    await page.getByText('Only 5 left').waitFor();
    await page.getByLabel('Quantity').fill('2');
    await page.getByRole('button', { name: 'Put into the basket' }).click();
    await page.getByRole('link', { name: 'See the basket' }).click();
    await page.getByText('¥1,760').first().waitFor();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await fillCheckout(page, '4242');
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('must have 12 to 19 digits').waitFor();
    await page.getByLabel('Card number').fill(TEST_CARDS.pays);
    await page.getByRole('button', { name: 'Place the order' }).dblclick();
    await page.getByText('Confirmed. It is packed and waits for the carrier.').waitFor({ timeout: SAGA_MS });
    await page.getByText(/^TRK[0-9A-F]{8}$/).waitFor();

    await page.getByRole('link', { name: 'My orders' }).click();
    await page.getByRole('link', { name: `${name} × 2` }).waitFor();
    expect(await page.getByRole('link', { name: `${name} × 2` }).count()).toBe(1);
    await page.goto(visitors.addressOf('/inbox'));
    await page.locator('a[href^="/orders/"]').first().click({ timeout: SAGA_MS });
    await page.getByRole('heading', { level: 1, name: 'Order' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('given a card that is declined, when a member orders with it, then the order says why, nothing is kept back, and they can try anew', async () => {
    const { library } = system();
    const { productId } = await newProduct(library, { price: 500, stock: 1 });
    const reader = await library.register('Ren');
    await library.settled();
    const visitor = await visitors.openAs(reader.email, PASSWORD, `/shop/products/${productId}`);
    const { page, problems } = visitor;
    await placeOrder(visitor, TEST_CARDS.isDeclined);
    await page.getByText('The order was cancelled. You pay nothing.').waitFor({ timeout: SAGA_MS });
    await page.getByRole('status').getByText('The bank declined the card.').waitFor();
    await page.getByRole('button', { name: 'Put these into the basket again' }).click();
    await page.getByText('Only 1 left').waitFor();
    await page.getByRole('link', { name: 'Go to checkout' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('given an order, when its member cancels it after a question, then they see everything given back, also that the piece is for sale again', async () => {
    const { library } = system();
    const { productId } = await newProduct(library, { price: 700, stock: 1 });
    const reader = await library.register('Mio');
    await library.settled();
    const visitor = await visitors.openAs(reader.email, PASSWORD, `/shop/products/${productId}`);
    const { page, problems } = visitor;
    await placeOrder(visitor, TEST_CARDS.pays);
    await page.getByText('Confirmed. It is packed').waitFor({ timeout: SAGA_MS });
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('dialog').getByLabel('Reason (optional)').fill('ordered twice');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByText('The order was cancelled.').first().waitFor({ timeout: SAGA_MS });
    await page.getByText('The money was given back').waitFor();
    await page.goto(visitors.addressOf(`/shop/products/${productId}`));
    await page.getByText('Only 1 left').waitFor();
    expect(problems).toEqual([]);
  });

  it('given a new category, when a librarian makes a product in it and counts pieces in, then readers can buy it, and the order is at the desk', async () => {
    const { library } = system();
    const { page, problems } = await atTheDesk('/desk/products/categories');
    const [category, name] = [`Paper ${uuid()}`, `White ink ${uuid()}`];
    await page.getByLabel('Name').fill(category);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: `Change ${category}` }).waitFor();

    await page.goto(visitors.addressOf('/desk/products/new'));
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Category').selectOption({ label: category });
    await page.getByLabel('Price (¥)').fill('1540');
    await page.getByLabel('Alert level').fill('3');
    await page.getByLabel('Description').fill('Writes on dark paper.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('0 free to be sold').waitFor();
    await page.getByLabel('Pieces that come in').fill('-1');
    await page.getByLabel('Reason').fill('broken');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('There is not enough in stock for that.').waitFor();
    await page.getByLabel('Pieces that come in').fill('4');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('4 free to be sold').waitFor();
    await page.getByRole('cell', { name: '+4' }).waitFor();

    const { items } = (await library.call(`GET /api/products?q=${encodeURIComponent(name)}`)).body;
    const reader = await library.register('Kai');
    const { orderId } = (
      await library.call('POST /api/orders', {
        token: reader.token,
        body: {
          items: [{ productId: items[0].productId, quantity: 1 }],
          payment: { cardNumber: TEST_CARDS.pays.replaceAll(' ', '') },
          shippingAddress: { name: 'Kai', postalCode: '100-0001', country: 'JP', line1: 'Chiyoda 1-1' },
        },
      })
    ).body;
    await page.getByText('3 free to be sold').waitFor({ timeout: SAGA_MS });
    await page.getByRole('link', { name: 'Orders with this product' }).click();
    await page.getByRole('link', { name: `${name} × 1` }).click();
    await page.getByText(`Order number ${orderId}`).waitFor();
    await page.getByText('Confirmed. It is packed').waitFor({ timeout: SAGA_MS });
    await page.goto(visitors.addressOf('/desk/products/low-stock'));
    await page.getByRole('link', { name }).waitFor();
    await page.goto(visitors.addressOf('/desk/orders/statistics'));
    await page.getByRole('row', { name }).waitFor();
    await page.goto(visitors.addressOf('/desk/products/categories'));
    await page.getByRole('button', { name: `Delete: ${category}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are still products or categories in this category.').waitFor();
    expect(problems).toEqual([]);
  });
});
