import { describe, expect, it } from 'vitest';
import { withSystem } from '../support/system.ts';
import { fillCheckout, SAGA_MS, TEST_CARDS } from './checkout.ts';
import { browserProgram, picture, signIn, withVisitors } from './visitors.ts';

describe.skipIf(browserProgram === undefined)('the web application', () => {
  const system = withSystem({ seed: 'catalogue', web: true });
  const visitors = withVisitors(system);

  it('lets a member browse, sign in, borrow and return, and shows what follows without reloading', async () => {
    const { page, problems } = await visitors.open('/');
    // More covers than the week's new volumes: the series are there, too.
    await page.getByRole('main').locator('a img').nth(15).waitFor();
    await picture(page, 'catalogue');

    const { items } = (await system().library.call('GET /api/volumes?limit=1')).body;
    const { volumeId } = items[0];
    const { available, copies } = (await system().library.call(`GET /api/volumes/${volumeId}/availability`)).body;
    await page.goto(visitors.addressOf(`/volumes/${volumeId}`));
    await page.getByText(`${available} of ${copies} available`).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sign in to borrow' }).click();
    await signIn(page);
    const other = await visitors.open(`/volumes/${volumeId}`);
    await other.page.getByText(`${available} of ${copies} available`).waitFor();

    await page.getByRole('button', { name: 'Borrow for 14 days' }).click();
    await page.getByText(`${available - 1} of ${copies} available`).waitFor();
    // Somebody else's page follows on its own.
    await other.page.getByText(`${available - 1} of ${copies} available`).waitFor();
    await picture(page, 'volume');

    const go = (name: string) => page.getByRole('navigation').getByRole('link', { name }).first().click();
    await go('Rankings');
    await page.getByText('1 loan').first().waitFor();
    await go('Mail');
    await page
      .getByText(/borrowed/i)
      .first()
      .waitFor();
    await picture(page, 'mail');
    await go('My loans');
    await page
      .getByRole('button', { name: /^Return:/ })
      .first()
      .click();
    await page.getByText('Returned. Thank you!').waitFor();
    await other.page.getByText(`${available} of ${copies} available`).waitFor();
    expect([...problems, ...other.problems]).toEqual([]);
  });

  it('given a guest with something in the basket, when they go to checkout, then they sign in first, come back, and follow the order', async () => {
    const { page, problems } = await visitors.open('/shop');
    await page.getByRole('main').locator('a img').nth(7).waitFor();
    await picture(page, 'shop');
    await page.getByRole('main').locator('ul a').getByText('Paper dragon bookmarks').click();
    await page.getByRole('button', { name: 'Put into the basket' }).click();
    await page.getByRole('link', { name: 'See the basket' }).click();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await signIn(page);
    await fillCheckout(page, TEST_CARDS.pays);
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('Confirmed. It is packed').waitFor({ timeout: SAGA_MS });
    await page.locator('.order-lines img').waitFor();
    await picture(page, 'order');
    expect(problems).toEqual([]);
  });

  it('speaks Japanese', async () => {
    const { page, problems } = await visitors.open('/', 'ja');
    await page.getByRole('link', { name: 'ランキング' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await picture(page, 'catalogue-ja');
    expect(problems).toEqual([]);
  });
});
