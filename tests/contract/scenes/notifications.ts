import { describe, expect, it } from 'vitest';
import type { Member } from '../../support/library.ts';
import type { Sent, Stage } from '../stage.ts';

const LIST = 'GET /api/me/notifications';
const READ = 'PUT /api/me/notifications/{id}/read';
const READ_ALL = 'POST /api/me/notifications/read-all';
const ASK = 'GET /api/notifications/unsubscribe';
const STOP = 'POST /api/notifications/unsubscribe';

export const notificationScenes = (stage: Stage) =>
  describe('notifications over HTTP', () => {
    const by = ({ token }: Member, as: Sent['as'] = 'member'): Pick<Sent, 'as' | 'token'> => ({ as, token });
    const list = async (member: Member, query: Record<string, string> = {}) =>
      (await stage.call(LIST, { ...by(member), query }, 200)).body;
    const told = async (name: string) => {
      const member = await stage.library.register(name);
      await stage.library.settled();
      return member;
    };
    const borrow = async (member: Member) => {
      const { volumeId, title } = await stage.library.newVolume(await stage.library.signIn('librarian'), 1);
      await stage.library.settled();
      const { body } = await stage.library.borrow(member, volumeId);
      await stage.library.settled();
      return { loanId: body.loanId as string, title };
    };

    it('come once each, to inbox and mail, and are marked as read once', async () => {
      const aki = await told('Aki');
      const { title } = await borrow(aki);
      const { items, unreadCount } = await list(aki);
      expect([items.map(({ kind }: { kind: string }) => kind), unreadCount]).toEqual([['borrowed', 'welcome'], 2]);
      expect(items[0]).toMatchObject({ body: expect.stringContaining(title), link: '/loans' });
      expect((await stage.library.mailsTo(aki)).map(({ kind }) => kind)).toEqual(['borrowed', 'welcome']);

      const params = { id: items[0].notificationId };
      await stage.call(READ, { ...by(aki, 'owner'), params }, 204);
      const [{ readAt }] = (await list(aki)).items;
      await stage.call(READ, { ...by(aki, 'owner'), params }, 204);
      expect((await list(aki)).items[0].readAt).toBe(readAt);
      expect(await list(aki, { unread: 'true' })).toMatchObject({ items: [{ kind: 'welcome' }], unreadCount: 1 });
      await stage.call(READ_ALL, by(aki), 204);
      await stage.call(READ_ALL, by(aki), 204);
      expect(await list(aki, { unread: 'true' })).toMatchObject({ items: [], unreadCount: 0 });
    });

    it('of another member are not known, nor is what never was told', async () => {
      const [aki, ben] = [await told('Aki'), await told('Ben')];
      const params = { id: (await list(aki)).items[0].notificationId };
      await stage.call(READ, { ...by(ben, 'another member'), params }, 404, 'not-found');
      await stage.call(READ, { ...by(ben), params: { id: crypto.randomUUID() } }, 404, 'not-found');
      await stage.call(LIST, { ...by(ben), query: { unread: 'maybe' } }, 400, 'invalid-request');
    });

    it('speak the language of their member, in the inbox and in a mail that says so', async () => {
      const aki = await told('青木');
      await stage.library.call('PATCH /api/me', { token: aki.token, body: { language: 'ja' } });
      const { title } = await borrow(aki);
      expect((await list(aki)).items[0]).toMatchObject({ title: '貸出のお知らせ' });
      const [mail] = await stage.library.mailsTo(aki, 'borrowed');
      expect(mail).toMatchObject({ subject: '貸出のお知らせ', text: expect.stringContaining('青木 様') });
      expect(mail?.html).toContain('<html lang="ja">');
      expect(mail?.html).toContain(title);
    });

    it('speak Japanese from the welcome on to whoever registers with a browser that asks for it', async () => {
      const email = `${crypto.randomUUID()}@example.test`;
      const { status, body } = await stage.library.call('POST /api/auth/register', {
        body: { name: '森', email, password: 'a long enough password' },
        headers: { 'accept-language': 'ja,en-US;q=0.7' },
      });
      expect(status).toBe(201);
      await stage.library.settled();
      const [mail] = await stage.library.mailsTo({ ...body.user, token: body.accessToken, cookie: '' });
      expect(mail).toMatchObject({ kind: 'welcome', subject: '文庫へようこそ' });
    });

    it('remind two days before the end of a loan, once, by the date it was renewed to', async () => {
      const aki = await told('Aki');
      const { loanId } = await borrow(aki);
      const kinds = async () => (await stage.library.mailsTo(aki)).map(({ kind }) => kind);
      const { body } = await stage.library.call(`POST /api/loans/${loanId}/renew`, aki);
      await stage.library.advance('P18D');
      await stage.library.settled();
      expect(await kinds()).toEqual(['borrowed', 'welcome']);
      await stage.library.advance('P1D');
      await stage.library.settled();
      expect(await kinds()).toEqual(['due-soon', 'borrowed', 'welcome']);
      const [mail] = await stage.library.mailsTo(aki, 'due-soon');
      expect(mail?.text).toContain(`It is due on ${body.dueOn}.`);
      await stage.library.advance('P1D');
      await stage.library.settled();
      expect(await kinds()).toEqual(['due-soon', 'borrowed', 'welcome']);
    });

    it('tell the first in the queue that a copy is put aside, and lead to it', async () => {
      const { volumeId, title } = await stage.library.newVolume(await stage.library.signIn('librarian'), 1);
      const [aki, ben] = [await told('Aki'), await told('Ben')];
      const { body: loan } = await stage.library.borrow(aki, volumeId);
      await stage.library.call('POST /api/holds', { token: ben.token, body: { volumeId } });
      await stage.library.call(`POST /api/loans/${loan.loanId}/return`, aki);
      await stage.library.settled();
      expect((await list(ben)).items[0]).toMatchObject({
        kind: 'hold-ready',
        body: expect.stringContaining(title),
        link: `/volumes/${volumeId}`,
      });
      expect(await stage.library.mailsTo(ben, 'hold-ready')).toHaveLength(1);
      expect(await stage.library.mailsTo(aki, 'hold-ready')).toHaveLength(0);
    });

    it('go on in the inbox when their mail was stopped by the link in it, which does nothing until it is asked to', async () => {
      const aki = await told('Aki');
      const first = await borrow(aki);
      const [mail] = await stage.library.mailsTo(aki, 'borrowed');
      const token = /unsubscribe\?token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
      const sent = { as: 'anyone', query: { token } } as const;
      const unsubscribed = async () => (await stage.library.call('GET /api/me', aki)).body.unsubscribed;
      const { body: page } = await stage.call(ASK, sent, 200);
      expect(page).toContain('<form method="post">');
      expect(await unsubscribed()).toEqual([]);
      for (let click = 0; click < 2; click++) await stage.call(STOP, sent, 200);
      expect(await unsubscribed()).toEqual(['borrowed']);
      await stage.library.call(`POST /api/loans/${first.loanId}/return`, aki);
      await borrow(aki);
      expect((await stage.library.mailsTo(aki)).map(({ kind }) => kind)).toEqual(['returned', 'borrowed', 'welcome']);
      expect((await list(aki)).unreadCount).toBe(4);
      await stage.library.call('PATCH /api/me', { token: aki.token, body: { unsubscribed: [] } });
      expect(await unsubscribed()).toEqual([]);
    });

    it('are stopped by one click in a mail program, which sends a form', async () => {
      const aki = await told('Aki');
      const [mail] = await stage.library.mailsTo(aki, 'welcome');
      const link = new URL(/https?:\S+unsubscribe\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '');
      const { status } = await stage.library.call(`POST ${link.pathname}${link.search}`, {
        raw: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(status).toBe(200);
      expect((await stage.library.call('GET /api/me', aki)).body.unsubscribed).toEqual(['welcome']);
    });

    it('are stopped by no other token, and by none once its member has left', async () => {
      const aki = await told('Aki');
      const [mail] = await stage.library.mailsTo(aki, 'welcome');
      const token = /unsubscribe\?token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
      const ben = await told('Ben');
      for (const forged of ['x', `${token}x`, token.replace(aki.id, ben.id), `${aki.id}.1.AAAA`])
        for (const route of [ASK, STOP])
          await stage.call(route, { as: 'anyone', query: { token: forged } }, 400, 'invalid-request');
      await stage.call(STOP, { as: 'anyone' }, 400, 'invalid-request');
    });
  });
