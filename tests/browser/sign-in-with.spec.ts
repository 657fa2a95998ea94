import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityProvider } from '../support/identity-provider.ts';
import { type System, startSystem } from '../support/system.ts';
import { browserProgram, withVisitors } from './visitors.ts';

describe.skipIf(browserProgram === undefined)('signing in with another account, in a real browser', () => {
  let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
  let system: System;
  beforeAll(async () => {
    provider = await startIdentityProvider();
    system = await startSystem({ web: true, parameters: provider.parameters });
    await provider.serve(system.running.url);
  }, 120_000);
  afterAll(async () => {
    await system?.running.stop();
    await provider?.stop();
  }, 30_000);
  const visitors = withVisitors(() => system);

  it.each([
    ['Google', '2001'],
    ['GitHub', '2002'],
  ])('given a member on a page for members, when they go on with %s, then they come back to it, signed in', async (name, id) => {
    provider.seat({ id, name: `Person ${id}`, email: `person-${id}@example.test`, isVerified: true });
    const { page, problems } = await visitors.open('/loans?status=overdue');
    await page.getByRole('link', { name: `Continue with ${name}` }).click();
    await page.getByRole('heading', { level: 1, name: 'My loans' }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=overdue');
    await page.getByText(`Signed in as Person ${id}`).waitFor();
    expect(problems).toEqual([]);
  });

  it('given somebody who will not, when they come back, then the page says so and keeps where they were going', async () => {
    provider.seat('refuses');
    const { page, problems } = await visitors.open('/sign-in?next=%2Fholds');
    await page.getByRole('link', { name: 'Continue with Google' }).click();
    await page.getByText('You did not allow the sign-in.').waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toBe('/holds');
    expect(problems).toEqual([]);
  });
});
