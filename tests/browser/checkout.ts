import type { Page } from 'playwright-core';

/** An order passes ten functions and two queues; a loaded machine takes its time. */
export const SAGA_MS = 60_000;

/** Cards of the simulated gateway, as people type them. */
export const TEST_CARDS = { pays: '4242 4242 4242 4242', isDeclined: '4000 0000 0000 0002' } as const;

/** Fills in where an order goes and what pays for it. */
export const fillCheckout = async (page: Page, cardNumber: string): Promise<void> => {
  const address = { 'Name of the recipient': 'Aki', 'Postal code': '100-0001', 'Street and number': 'Chiyoda 1-1' };
  for (const [label, text] of Object.entries(address)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('Card number').fill(cardNumber);
};
