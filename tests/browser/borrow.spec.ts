import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programFor } from '../support/program.ts';
import { root, withSystem } from '../support/system.ts';

const program = programFor('the browser suite', 'chromium', 'chromium-browser', 'google-chrome');
/** Pictures of what a person sees, for the README and for looking at. */
const pictures = join(root, 'docs', 'images');

describe.skipIf(program === undefined)('the web application', () => {
  const system = withSystem({ seed: 'catalogue', web: true });
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: program ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(() => browser?.close());

  /** A page that fails the test when anything on it does. */
  const open = async (path: string, locale = 'en') => {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      // Answers that the application expects, like 401 before anybody signed in, are logged by the browser itself.
      if (message.type() === 'error' && !message.text().includes('the server responded with'))
        problems.push(message.text());
    });
    await page.goto(new URL(path, system().running.url).href);
    return { page, problems };
  };
  const picture = async (page: Page, name: string) => {
    if (process.env.PICTURES === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  const signIn = async (page: Page) => {
    await page.getByLabel('E-mail address').fill('member@bunko.test');
    await page.getByLabel('Password').fill('bunko-demo-1');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  };

  it('lets a member browse, sign in, borrow and return, and shows what follows without reloading', async () => {
    const { page, problems } = await open('/');
    // More covers than the week's new volumes: the series are there, too.
    await page.getByRole('main').locator('a img').nth(15).waitFor();
    await picture(page, 'catalogue');

    const { items } = (await system().library.call('GET /api/volumes?limit=1')).body;
    const { volumeId } = items[0];
    const { available, copies } = (await system().library.call(`GET /api/volumes/${volumeId}/availability`)).body;
    await page.goto(new URL(`/volumes/${volumeId}`, system().running.url).href);
    await page.getByText(`${available} of ${copies} available`).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sign in to borrow' }).click();
    await signIn(page);
    const other = await open(`/volumes/${volumeId}`);
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

  it('speaks Japanese', async () => {
    const { page, problems } = await open('/', 'ja');
    await page.getByRole('link', { name: 'ランキング' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await picture(page, 'catalogue-ja');
    expect(problems).toEqual([]);
  });
});
