import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../support/library.ts';
import { withSystem } from '../support/system.ts';
import { browserProgram, picture, withVisitors } from './visitors.ts';

describe.skipIf(browserProgram === undefined)('a librarian at the desk', () => {
  const system = withSystem({ web: true });
  const visitors = withVisitors(system);
  const atTheDesk = (path: string) => visitors.openAs('librarian@bunko.test', 'bunko-demo-1', path);

  it('given a new book, when it is catalogued, changed, loses a copy and is withdrawn, then the catalogue says so', async () => {
    const { page, problems } = await atTheDesk('/desk/new-series');
    const title = `窓辺の猫 ${uuid()}`;
    const entered = {
      Title: title,
      Author: '青木 春',
      Genre: 'Food',
      Publisher: '文庫社',
      'First published': '2025-04-01',
    };
    for (const [label, text] of Object.entries(entered)) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('Address of the cover (optional)').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('must be an http(s) URL or a path on this site').waitFor();
    await page.getByLabel('Address of the cover (optional)').fill('');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('link', { name: 'New volume' }).click();
    await page.getByLabel('Published', { exact: true }).fill('2025-04-01');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('On the shelf', { exact: true }).waitFor();
    await page.getByLabel('Summary (optional)').fill('猫が窓辺で本を読む。');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Saved.').waitFor();

    await page.getByRole('button', { name: /^Lost:/ }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('not on the shelf');
    await page.getByRole('dialog').getByRole('button', { name: 'Lost' }).click();
    await page.getByText('recorded as lost · not on the shelf').waitFor();
    await page.getByRole('button', { name: /^Found:/ }).waitFor();
    await picture(page, 'desk');
    await page.getByRole('link', { name: 'As readers see it' }).click();
    await page.getByText('猫が窓辺で本を読む。').waitFor();

    await page.goBack();
    await page.getByRole('button', { name: 'Withdraw the volume' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the volume' }).click();
    await page.getByText('No volume has been published yet.').waitFor();
    expect(problems).toEqual([]);
  });

  it('given a member, when the card is suspended, then the member sees it and a second time is refused in words', async () => {
    const { library } = system();
    const member = await library.register('Taro');
    await library.settled();
    const desk = await atTheDesk('/desk/cards');
    await desk.page.getByLabel('Member number').fill(member.id);
    await desk.page.getByLabel('Reason').fill('card lost');
    await desk.page.getByRole('button', { name: 'Save' }).click();
    await desk.page.getByText('Saved.').waitFor();
    await desk.page.getByRole('button', { name: 'Save' }).click();
    await desk.page.getByText('This card is suspended already.').waitFor();
    await library.settled();
    const visitor = await visitors.openAs(member.email, PASSWORD, '/account');
    await visitor.page.getByText('Suspended', { exact: true }).waitFor();
    await visitor.page.goto(visitors.addressOf('/desk'));
    await visitor.page.getByText('This page is not on our shelves.').waitFor();
    expect([...desk.problems, ...visitor.problems]).toEqual([]);
  });
});
