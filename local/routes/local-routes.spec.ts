import { describe, expect, it } from 'vitest';
import { trackActivity } from '../activity.ts';
import { scratchDir } from '../assembly/given-assembly.ts';
import { openClock } from '../clock.ts';
import type { HttpAnswer } from '../http/gateway-response.ts';
import { openState } from '../state.ts';
import { clockRoutes } from './clock-routes.ts';
import { idleRoute } from './idle-route.ts';
import type { LocalRoute } from './local-route.ts';
import { localRouter } from './local-router.ts';
import { type Mail, mailRoutes } from './mail-routes.ts';

const asker = (routes: LocalRoute[]) => {
  const answer = localRouter(routes);
  return async (method: string, path: string, body: unknown = '') => {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const shared = { headers: {}, cookies: [], sourceIp: '127.0.0.1', protocol: 'HTTP/1.1' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return answer({ ...shared, method, rawPath, rawQueryString, body: Buffer.from(text) });
  };
};
const jsonOf = ({ body }: HttpAnswer): unknown => JSON.parse(body.toString());

describe('the clock', () => {
  const open = () => {
    const clock = openClock(openState(scratchDir()));
    return { clock, ask: asker(clockRoutes(clock)) };
  };
  const DAY = 86_400_000;

  it('moves forward by a duration, and all who listen are done before the answer', async () => {
    const { clock, ask } = open();
    let told = false;
    clock.onMove(async () => {
      await new Promise((done) => setTimeout(done, 10));
      told = true;
    });
    const answer = await ask('POST', '/_local/clock', { advance: 'P15D' });
    expect(told).toBe(true);
    expect(jsonOf(answer)).toMatchObject({ offsetMs: expect.closeTo(15 * DAY, -3) });
    expect(jsonOf(await ask('GET', '/_local/clock'))).toMatchObject({ offsetMs: clock.offsetMs() });
  });

  it('moves to an instant', async () => {
    const { clock, ask } = open();
    expect((await ask('POST', '/_local/clock', { set: '2090-01-01T00:00:00Z' })).status).toBe(200);
    expect(clock.now().toISOString()).toMatch(/^2090-01-01T00:00:0/);
  });

  it.each([
    [{ set: '2000-01-01T00:00:00Z' }, 'set'],
    [{ advance: 'tomorrow' }, 'advance'],
    [{ advance: 'P999999Y' }, 'advance'],
    [{ set: 'tomorrow' }, expect.any(String)],
    ['not json', expect.any(String)],
    [{ advance: 'P1D', more: 1 }, expect.any(String)],
  ])('refuses %j and names the field', async (body, path) => {
    const { clock, ask } = open();
    const answer = await ask('POST', '/_local/clock', body);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(jsonOf(answer)).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ path }] });
    expect(clock.offsetMs()).toBe(0);
  });

  it('answers 405 to another method', async () =>
    expect((await open().ask('DELETE', '/_local/clock')).status).toBe(405));
});

describe('idle', () => {
  it('is 200 when nothing is on its way', async () => {
    expect((await asker([idleRoute(trackActivity())])('GET', '/_local/idle')).status).toBe(200);
  });

  it('waits until the last work has ended', async () => {
    const activity = trackActivity();
    const finished = activity.begin('relay');
    const answer = asker([idleRoute(activity)])('GET', '/_local/idle?timeout=5');
    setTimeout(finished, 30);
    expect((await answer).status).toBe(200);
  });

  it('is 408 with what is pending when time is up', async () => {
    const activity = trackActivity();
    activity.begin('relay');
    const answer = await asker([idleRoute(activity)])('GET', '/_local/idle?timeout=0.02');
    expect([answer.status, jsonOf(answer)]).toEqual([408, { idle: false, pending: ['relay (1 running)'] }]);
  });

  it.each(['-1', 'soon', '301'])('refuses a timeout of %s', async (timeout) =>
    expect((await asker([idleRoute(trackActivity())])('GET', `/_local/idle?timeout=${timeout}`)).status).toBe(400));
});

describe('the mails', () => {
  const mail: Mail = {
    id: 'm1',
    to: 'a@b.test',
    kind: 'welcome',
    subject: 'Hi',
    text: 'Hi',
    html: null,
    sentAt: '2026-01-01T00:00:00Z',
  };
  const asked: unknown[] = [];
  const ask = asker(
    mailRoutes({
      list(query) {
        asked.push(query);
        return query.cursor ? undefined : { items: [mail], nextCursor: null };
      },
      get: (id) => (id === 'm1' ? mail : undefined),
      clear: () => undefined,
    }),
  );

  it('are listed by receiver and kind, one by one, and cleared', async () => {
    expect(jsonOf(await ask('GET', '/_local/mail?to=a%40b.test&kind=welcome&limit=5'))).toEqual({
      items: [mail],
      nextCursor: null,
    });
    expect(asked).toEqual([{ to: 'a@b.test', kind: 'welcome', limit: 5 }]);
    expect(jsonOf(await ask('GET', '/_local/mail/m1'))).toEqual(mail);
    expect((await ask('DELETE', '/_local/mail')).status).toBe(204);
  });

  it('are refused with a bad limit or a foreign cursor, and 404 when unknown', async () => {
    expect((await ask('GET', '/_local/mail?limit=0')).status).toBe(400);
    expect((await ask('GET', '/_local/mail?cursor=x')).status).toBe(400);
    expect((await ask('GET', '/_local/mail/m2')).status).toBe(404);
  });
});
