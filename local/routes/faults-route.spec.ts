import { describe, expect, it } from 'vitest';
import { trackActivity } from '../activity.ts';
import { openFaults } from '../faults/fault-book.ts';
import { faultKinds, faultPlaces, faultTable } from '../faults/fault-table.ts';
import type { HttpAnswer } from '../http/gateway-response.ts';
import { faultsRoutes } from './faults-route.ts';
import { localRouter } from './local-router.ts';

const open = () => {
  const faults = openFaults(trackActivity());
  const answer = localRouter(faultsRoutes(faults));
  const ask = (method: string, body: unknown = '') => {
    const shared = { headers: {}, cookies: [], sourceIp: '127.0.0.1', protocol: 'HTTP/1.1', rawQueryString: '' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return answer({ ...shared, method, rawPath: '/_local/faults', body: Buffer.from(text) });
  };
  return { faults, ask };
};
const jsonOf = ({ body }: HttpAnswer): unknown => JSON.parse(body.toString());
const rule = { at: 'dynamodb', kind: 'throttle' };

describe('/_local/faults', () => {
  it('shows the rules as they were given, and how often each has happened', async () => {
    const { faults, ask } = open();
    const rules = [
      { ...rule, target: 'loans', probability: 0.5, times: 3, delayMs: 0 },
      { at: 'mail', kind: 'hang' },
    ];
    const posted = await ask('POST', { seed: 7, rules });
    expect([posted.status, jsonOf(posted)]).toEqual([
      200,
      { seed: 7, rules: rules.map((one) => ({ ...one, fired: 0 })) },
    ]);
    faults.strike('mail', [], ['hang']);
    expect(jsonOf(await ask('GET'))).toMatchObject({ seed: 7, rules: [{ fired: 0 }, { fired: 1 }] });
  });

  it('replaces all former rules, and ends them', async () => {
    const { faults, ask } = open();
    await ask('POST', { seed: 7, rules: [rule] });
    await ask('POST', { seed: 8, rules: [{ at: 'mail', kind: 'error' }] });
    expect(jsonOf(await ask('GET'))).toEqual({ seed: 8, rules: [{ at: 'mail', kind: 'error', fired: 0 }] });
    const deleted = await ask('DELETE');
    expect([deleted.status, deleted.body.length]).toEqual([204, 0]);
    expect(jsonOf(await ask('GET'))).toEqual({ seed: 0, rules: [] });
    expect(faults.strike('mail', [], ['error'])).toEqual([]);
  });

  it.each([
    ['not json', ''],
    [{ rules: [] }, 'seed'],
    [{ seed: 'x', rules: [] }, 'seed'],
    [{ seed: 1.5, rules: [] }, 'seed'],
    [{ seed: 1 }, 'rules'],
    [{ seed: 1, rules: [], more: 1 }, 'more'],
    [{ seed: 1, rules: [rule, { ...rule, at: 's3' }] }, 'rules.1.at'],
    [{ seed: 1, rules: [{ ...rule, kind: 'explode' }] }, 'rules.0.kind'],
    [{ seed: 1, rules: [{ at: 'mail', kind: 'reorder' }] }, 'rules.0.kind'],
    [{ seed: 1, rules: [{ at: 'mail', kind: 'duplicate' }] }, 'rules.0.kind'],
    [{ seed: 1, rules: [{ ...rule, kind: 'crash-before' }] }, 'rules.0.kind'],
    [{ seed: 1, rules: [{ at: 'mail', kind: 'error', target: 'x' }] }, 'rules.0.target'],
    [{ seed: 1, rules: [{ ...rule, target: '' }] }, 'rules.0.target'],
    [{ seed: 1, rules: [{ ...rule, probability: 1.1 }] }, 'rules.0.probability'],
    [{ seed: 1, rules: [{ ...rule, probability: -0.1 }] }, 'rules.0.probability'],
    [{ seed: 1, rules: [{ ...rule, times: 0 }] }, 'rules.0.times'],
    [{ seed: 1, rules: [{ ...rule, delayMs: -1 }] }, 'rules.0.delayMs'],
    [{ seed: 1, rules: [{ ...rule, delay: 5 }] }, 'rules.0.delay'],
    [{ seed: 1, rules: Array(101).fill(rule) }, 'rules'],
  ])('refuses %j, names the field and keeps the rules it has', async (body, path) => {
    const { ask } = open();
    await ask('POST', { seed: 7, rules: [rule] });
    const refused = await ask('POST', body);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(jsonOf(refused)).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ path }] });
    expect(jsonOf(await ask('GET'))).toMatchObject({ seed: 7 });
  });

  it('takes every kind where it has a meaning, and no other', async () => {
    const { ask } = open();
    for (const at of faultPlaces) {
      for (const kind of faultKinds) {
        const { status } = await ask('POST', { seed: 1, rules: [{ at, kind }] });
        expect(status, `${kind} at ${at}`).toBe(faultTable[at][kind] === undefined ? 400 : 200);
      }
    }
  });
});
