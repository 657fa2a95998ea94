import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFailed } from 'vitest';
import { programFor } from '../support/program.ts';
import { root, type System } from '../support/system.ts';

/** Undefined where there is no Chromium: then these suites are left out, and say so. */
export const browserProgram = programFor('the browser suite', 'chromium', 'chromium-browser', 'google-chrome');

/** Pictures of what a person sees, for the README and for looking at. */
const pictures = join(root, 'docs', 'images');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page may take for one thing: the system, the browser and the test share one machine. */
const LOADED_MACHINE_MS = 60_000;

/** Somebody with a browser of their own, and what went wrong on their page. */
export interface Visitor {
  page: Page;
  problems: readonly string[];
}

/** Notes all that a page complains about. */
const problemsOf = (page: Page): readonly string[] => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Answers that the application expects, like 401 before anybody signed in, are logged by the browser itself.
    if (message.type() === 'error' && !message.text().includes('the server responded with'))
      problems.push(message.text());
  });
  return problems;
};

/** What a person would have seen when the test failed: without it, a failure elsewhere could not be understood. */
const report = async (page: Page, problems: readonly string[]): Promise<void> => {
  const seen = await page.getByRole('main').ariaSnapshot({ timeout: 5_000 }).catch(String);
  console.error(`The page was ${page.url()}\n${seen}\nProblems: ${JSON.stringify(problems)}`);
};

/** Visitors of the web application of a running system. */
export const withVisitors = (system: () => System) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserProgram ?? '', args: ARGUMENTS });
  });
  afterAll(() => browser?.close());

  const addressOf = (path: string): string => new URL(path, system().running.url).href;
  return {
    addressOf,
    async open(path: string, locale = 'en'): Promise<Visitor> {
      const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(LOADED_MACHINE_MS);
      const problems = problemsOf(page);
      onTestFailed(() => report(page, problems));
      await page.goto(addressOf(path));
      return { page, problems };
    },
    /** Opens a page that is for members, by way of the sign-in page, in English. */
    async openAs(email: string, password: string, path: string): Promise<Visitor> {
      const visitor = await this.open(`/sign-in?next=${encodeURIComponent(path)}`);
      await signIn(visitor.page, email, password);
      return visitor;
    },
  };
};

export const signIn = async (page: Page, email = 'member@bunko.test', password = 'bunko-demo-1'): Promise<void> => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
};

/** Takes a picture when pictures are wanted. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
};
