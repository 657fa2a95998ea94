import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { httpRequestOf } from '../../../platform/http/http-request.ts';
import { request } from '../../../platform/http/phrases.ts';
import { RequestRefused } from '../../../platform/http/problem.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { csvAnswer } from './csv-answer.ts';
import { recordsCsvEndpoint } from './endpoints.ts';
import { recordRoutes } from './record-routes.ts';

const HEADING =
  'loanId,status,borrowedOn,dueOn,returnedOn,daysLate,lateFee,currency,volumeId,title,subtitle,number,coverUrl';
const item = (title: string, more: object = {}) => ({
  volumeId: 'v',
  copyId: 'c',
  seriesId: 's',
  title,
  number: 1,
  ...more,
});
const loan = (loanId: string, items: readonly object[], more: object = {}) => ({
  pk: 'aki',
  sk: loanId,
  memberId: 'aki',
  loanId,
  borrowedOn: '2026-05-01',
  dueOn: '2026-05-15',
  status: 'open',
  items,
  ...more,
});

const asked = async (rows: readonly ReturnType<typeof loan>[], headers: Record<string, string> = {}) => {
  const records = inMemoryViewStore();
  for (const row of rows) await records.put(row, { from: 0, to: 1 });
  const { event } = request('/api/me/records.csv', { headers });
  const authorizer = { lambda: { memberId: 'aki', roles: 'member' } };
  const http = httpRequestOf({ ...event, requestContext: { ...event.requestContext, authorizer } } as typeof event);
  const serve = recordRoutes({ records, store: inMemoryEventStore() })[recordsCsvEndpoint.route];
  const answer = await serve?.(http);
  const text = answer?.isBase64Encoded
    ? gunzipSync(Buffer.from(answer.body ?? '', 'base64')).toString('utf8')
    : (answer?.body ?? '');
  return { headers: answer?.headers ?? {}, isBase64: answer?.isBase64Encoded, lines: text.split('\r\n') };
};

describe('records as a table', () => {
  it('are a heading alone while nothing was borrowed', async () => {
    const { lines, headers } = await asked([]);
    expect(lines).toEqual([HEADING, '']);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="bunko-records-2026-05-01.csv"',
    });
  });

  it('have a row for each thing borrowed, the newest loan first, titles as they were', async () => {
    const returned = {
      status: 'returned',
      returnedOn: '2026-05-19',
      daysLate: 4,
      lateFee: { amount: 1000, currency: 'JPY' },
    };
    const { lines } = await asked([
      loan('l1', [item('月の図書館 1'), item('月の図書館 2', { subtitle: '夜', coverUrl: '/covers/2.svg' })], returned),
      loan('l2', [item('Sun 1')]),
    ]);
    expect(lines).toEqual([
      HEADING,
      'l2,open,2026-05-01,2026-05-15,,,,,v,Sun 1,,1,',
      'l1,returned,2026-05-01,2026-05-15,2026-05-19,4,1000,JPY,v,月の図書館 1,,1,',
      'l1,returned,2026-05-01,2026-05-15,2026-05-19,4,1000,JPY,v,月の図書館 2,夜,1,/covers/2.svg',
      '',
    ]);
  });

  it('quote what would end a cell', async () => {
    const { lines } = await asked([loan('l1', [item('Moon, "the" 1')])]);
    expect(lines[1]).toContain(',"Moon, ""the"" 1",');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('are no formula for a spreadsheet: %j', async (title) => {
    const { lines } = await asked([loan('l1', [item(title)])]);
    expect(lines.join('\r\n')).toMatch(new RegExp(`,"?'${title.replace(/[+()]/g, '\\$&')}`));
  });

  it.each(['gzip', 'br, gzip;q=0.8', 'deflate,GZIP', '*'])('come compressed to who takes that: %s', async (accepts) => {
    const { lines, headers, isBase64 } = await asked([loan('l1', [item('Moon 1')])], { 'accept-encoding': accepts });
    expect([isBase64, headers['content-encoding'], lines.length]).toEqual([true, 'gzip', 3]);
  });

  it.each([
    '',
    'br',
    'gzip;q=0',
    'identity',
    'gzip;q=0.0, br',
  ])('come as they are to who does not: %s', async (accepts) => {
    expect((await asked([], { 'accept-encoding': accepts })).isBase64).toBe(false);
  });

  it('of ten thousand loans fit an answer, compressed', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      loan(`0191d7a0-0000-7000-8000-${String(index).padStart(12, '0')}`, [
        item(`月の図書館と星の本棚 ${index}`, { volumeId: crypto.randomUUID(), coverUrl: `/covers/${index}.svg` }),
        item(`青い鳥の手紙 ${index}`, { volumeId: crypto.randomUUID() }),
      ]),
    );
    const { lines } = await asked(rows, { 'accept-encoding': 'gzip' });
    expect(lines).toHaveLength(20_002);
  });

  it('are refused, not cut, when they would not fit', async () => {
    async function* endless() {
      for (;;) yield 'x'.repeat(1_000_000);
    }
    const refusal = csvAnswer(endless(), { filename: 'f', acceptEncoding: undefined });
    await expect(refusal).rejects.toBeInstanceOf(RequestRefused);
    await expect(refusal).rejects.toMatchObject({ problem: { status: 413, code: 'too-large' } });
  });
});
