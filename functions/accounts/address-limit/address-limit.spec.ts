import { describe, expect, it } from 'vitest';
import { withEngine } from '../../../tests/support/engine.ts';
import { request } from '../../platform/http/phrases.ts';
import { addressLimit } from './address-limit.ts';
import { networkOf } from './network-of.ts';
import { gatewayAddress } from './viewer-address.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);
const allowance = { most: 3, seconds: 60 };
const limitFor = (purpose: string) =>
  addressLimit({ client: documents(), table: 'sessions', purpose, addressOf: gatewayAddress }, allowance);

const from = (sourceIp: string, second = 0, headers: Record<string, string> = {}) => {
  const sent = request('/api/auth/login', { now: new Date(Date.UTC(2026, 4, 1, 0, 0, second)).toISOString(), headers });
  const { requestContext } = sent.event;
  const http = { ...requestContext.http, sourceIp };
  return { ...sent, event: { ...sent.event, requestContext: { ...requestContext, http } } };
};
const tooMany = (retryAfter: string) => ({
  problem: { status: 429, code: 'too-many-requests', headers: { 'retry-after': retryAfter } },
});

describe('the limit of an address', () => {
  it('lets its allowance through and refuses the next, saying when to come again', async () => {
    const admit = limitFor('a');
    for (let sent = 0; sent < 3; sent++) await admit(from('192.0.2.1', 10));
    await expect(admit(from('192.0.2.1', 18))).rejects.toMatchObject(tooMany('42'));
    await admit(from('192.0.2.1', 60));
  });

  it('counts exactly when many come at once', async () => {
    const admit = limitFor('b');
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => admit(from('192.0.2.1'))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('is of one address and of one purpose', async () => {
    const admit = limitFor('c');
    for (let sent = 0; sent < 3; sent++) await admit(from('192.0.2.1'));
    await admit(from('192.0.2.2'));
    await limitFor('d')(from('192.0.2.1'));
  });

  it('believes no header about the address', async () => {
    const admit = limitFor('e');
    const said = (sent: number) => ({ 'x-forwarded-for': `203.0.113.${sent}`, forwarded: `for=203.0.113.${sent}` });
    for (let sent = 0; sent < 3; sent++) await admit(from('192.0.2.1', 0, said(sent)));
    await expect(admit(from('192.0.2.1', 0, said(3)))).rejects.toMatchObject(tooMany('60'));
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', 'unknown'],
])('the address %s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
