import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../support/library.ts';
import { withSystem } from '../support/system.ts';
import { browserProgram, picture, withVisitors } from './visitors.ts';

describe.skipIf(browserProgram === undefined)('a member in the web application', () => {
  const system = withSystem({ web: true });
  const visitors = withVisitors(system);

  it('given words in other kana, when they search, then the volume is found, marked and opened, and back works', async () => {
    const { library } = system();
    const librarian = await library.signIn('librarian');
    const { title } = await library.newVolume(librarian, 1);
    await library.settled();
    const { page, problems } = await visitors.open('/rankings');
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('月の水族館');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing fits.').waitFor();
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('月ノ図書館');
    await page.locator('mark', { hasText: '月の図書館' }).first().waitFor();
    await page.getByRole('button', { name: 'Volumes', exact: true }).click();
    await page.waitForURL(/kind=volume/);
    await page.getByRole('main').getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
    await page.locator('mark').first().waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search the library' }).inputValue()).toBe('月ノ図書館');
    await picture(page, 'search');
    expect(problems).toEqual([]);
  });

  it('given no free copy, when they reserve, then they see their place, can give it up, and hear of the copy put aside', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const [reader, waiting] = [await library.register('Ren'), await library.register('Mio')];
    await library.settled();
    const { loanId } = (await library.borrow(reader, volumeId)).body;
    const { page, problems } = await visitors.openAs(waiting.email, PASSWORD, `/volumes/${volumeId}`);
    const reserve = page.getByRole('button', { name: 'Reserve' });
    await reserve.click();
    await page.getByText('You are number 1 in the queue.').waitFor();
    await page.getByText('1 member waiting').waitFor();
    await page.getByRole('button', { name: 'Cancel the hold' }).click();
    await reserve.click();
    await page.getByText('You are number 1 in the queue.').waitFor();

    await library.call(`POST /api/loans/${loanId}/return`, { token: reader.token });
    await page.getByText('A copy is put aside for you until').waitFor();
    await picture(page, 'hold');
    await page.getByRole('button', { name: 'Borrow for 14 days' }).click();
    await page.getByText('It is yours until').waitFor();
    await page.goto(visitors.addressOf('/holds'));
    await page.getByText('Borrowed.').waitFor();
    await page.getByText('Cancelled.').waitFor();
    expect(problems).toEqual([]);
  });

  it('given an opinion, when they comment with a rating, then everybody reads it as text, and they can change and delete it', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const reader = await library.register('Sora');
    await library.settled();
    const { page, problems } = await visitors.openAs(reader.email, PASSWORD, `/volumes/${volumeId}`);
    await page.getByLabel('Your comment').fill('A <b>quiet</b> book 😀');
    await page.getByRole('radio', { name: '4 stars of 5' }).check();
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByText('4.0 of 5').waitFor();

    const other = await visitors.open(`/volumes/${volumeId}`);
    await other.page.getByText('A <b>quiet</b> book 😀').waitFor();
    await other.page.getByText('Sora').waitFor();
    expect(await other.page.getByRole('button', { name: 'Delete' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Your comment, rewritten').fill('A loud book');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A loud book').waitFor();
    await page.getByText('edited').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nobody has said anything yet.').waitFor();
    expect([...problems, ...other.problems]).toEqual([]);
  });

  it('given a loan, when they renew it twice, then it is kept a week longer once, and the second time is refused in words', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const reader = await library.register('Kai');
    await library.settled();
    await library.borrow(reader, volumeId);
    const { page, problems } = await visitors.openAs(reader.email, PASSWORD, '/loans');
    await page.getByRole('button', { name: /^Renew:/ }).click();
    await page.getByText(/Renewed until/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Renew:/ }).click();
    await page.getByText('A loan can be renewed only once.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as a table (CSV)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^bunko-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(problems).toEqual([]);
  });

  it('given their account, when they choose Japanese and fewer mails, then it is kept; and they can leave for good', async () => {
    const { library } = system();
    const reader = await library.register('Yui');
    await library.settled();
    const { page, problems } = await visitors.openAs(reader.email, PASSWORD, '/account');
    await page.getByText('Valid until').waitFor();
    await page.getByLabel('Language of mails and messages').selectOption('ja');
    await page.getByLabel('You borrowed something').uncheck();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Saved.').waitFor();
    const { body } = await library.call('GET /api/me', { token: reader.token });
    expect(body).toMatchObject({ language: 'ja', unsubscribed: ['borrowed'] });
    await page.reload();
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await page.getByLabel('I understand what happens.').check();
    await page.getByRole('button', { name: 'Delete my account now' }).click();
    await page.getByRole('heading', { name: 'Goodbye' }).waitFor();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect((await library.call('GET /api/me', { token: reader.token })).status).toBe(401);
    expect(problems).toEqual([]);
  });

  it('given no provider, when they ask to go on with one, then the page says so', async () => {
    const { page, problems } = await visitors.open('/sign-in?error=sign-in-cancelled');
    await page.getByText('You did not allow the sign-in.').waitFor();
    await page.getByRole('link', { name: 'Continue with Google' }).click();
    await page.getByText('This way of signing in is not set up here.').waitFor();
    expect(problems).toEqual([]);
  });
});
