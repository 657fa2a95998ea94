import { describe, expect, it } from 'vitest';
import { MemberId } from '../../events/ids.ts';
import { inMemoryVault } from '../platform/event-store/vault/in-memory.ts';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts';

const wanted = { memberId: MemberId.parse('aki'), kind: 'borrowed', language: 'ja' } as const;

describe('the link that stops a kind of mail', () => {
  it('allows what it was made for', async () => {
    const vault = inMemoryVault();
    expect(await readUnsubscribeToken(vault, await unsubscribeToken(vault, wanted))).toEqual(wanted);
  });

  it('is no use when it was changed, made for another member, or invented', async () => {
    const vault = inMemoryVault();
    const token = await unsubscribeToken(vault, wanted);
    const last = token.at(-1) === 'A' ? 'B' : 'A';
    await unsubscribeToken(vault, { ...wanted, memberId: MemberId.parse('ben') });
    for (const forged of [
      `${token.slice(0, -1)}${last}`,
      token.replace('aki', 'ben'),
      'aki.1.x',
      'nobody',
      '',
      '##.1.x',
    ])
      expect(await readUnsubscribeToken(vault, forged)).toBeUndefined();
  });

  it('is no use for personal data sealed for another purpose', async () => {
    const vault = inMemoryVault();
    const sealed = await vault.seal('aki', { kind: 'borrowed', language: 'ja' }, 'event-1');
    expect(await readUnsubscribeToken(vault, `aki.${sealed}`)).toBeUndefined();
  });

  it('ends with its member', async () => {
    const vault = inMemoryVault();
    const token = await unsubscribeToken(vault, wanted);
    await vault.erase('aki');
    expect(await readUnsubscribeToken(vault, token)).toBeUndefined();
  });
});
