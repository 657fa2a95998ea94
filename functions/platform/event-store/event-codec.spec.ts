import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalog, contractOf } from '../../../events/catalog.ts';
import { type Contract, contract } from '../../../events/contract.ts';
import type { Recorded } from '../../../events/envelope.ts';
import { read, written } from './event-codec.ts';
import { closedVault } from './vault/closed.ts';
import { inMemoryVault } from './vault/in-memory.ts';

const fixtures = join(import.meta.dirname, '../../../events/fixtures');
const recorded = (type: string, schemaVersion: number, data: unknown, sealed?: string): Recorded => ({
  id: 'c.0',
  type,
  schemaVersion,
  data,
  ...(sealed !== undefined && { sealed }),
  stream: 'main#loan#l',
  version: 1,
  metadata: {
    correlationId: 'c',
    causationId: 'q',
    actor: { kind: 'operator', id: 'o' },
    occurredAt: '2026-05-01T00:00:00.000Z',
  },
});

describe('an event of any version ever written', () => {
  const files = globSync('*.json', { cwd: fixtures }).toSorted();
  const versions = catalog.flatMap(({ type, schemaVersion }) =>
    Array.from({ length: schemaVersion }, (_, index) => `${type}.v${index + 1}.json`),
  );

  it('is kept as a fixture', () => expect(files).toEqual(versions.toSorted()));

  it.each(files)('is read today: %s', async (file) => {
    const [, type = '', version = ''] = /^(.+)\.v(\d+)\.json$/.exec(file) ?? [];
    const data: unknown = JSON.parse(readFileSync(join(fixtures, file), 'utf8'));
    const event = await read(recorded(type, Number(version), data), closedVault);
    const today = contractOf(type);
    expect(event.schemaVersion).toBe(today?.schemaVersion);
    if (today?.schemaVersion === Number(version)) expect(event.data).toEqual(data);
  });
});

const Weighed = contract(
  'test.weighed',
  3,
  z.object({ memberId: z.string(), grams: z.number(), scale: z.string(), note: z.string() }),
  {
    category: 'loan',
    sealed: { subject: 'memberId', blank: { note: '' } },
    upcasts: {
      1: (older) => ({ ...z.object({ kilos: z.number() }).loose().parse(older), scale: 'unknown' }),
      2: (older) => {
        const { kilos, ...rest } = z.object({ kilos: z.number() }).loose().parse(older);
        return { ...rest, grams: kilos * 1000 };
      },
    },
  },
);
const find = (type: string): Contract | undefined => (type === Weighed.type ? Weighed : undefined);

describe('a changed contract', () => {
  const written1 = { memberId: 'aki', kilos: 2, note: 'heavy' };
  const today = { memberId: 'aki', grams: 2000, scale: 'unknown', note: 'heavy' };

  it('lifts an old event step by step', async () =>
    expect((await read(recorded('test.weighed', 1, written1), closedVault, find)).data).toEqual(today));

  it('lifts what was sealed in an old event as well, or its blanks', async () => {
    const vault = inMemoryVault();
    const sealed = await vault.seal('aki', { note: 'heavy' }, 'c.0');
    const old = recorded('test.weighed', 1, { memberId: 'aki', kilos: 2 }, sealed);
    expect((await read(old, vault, find)).data).toEqual(today);
    expect((await read(old, closedVault, find)).data).toEqual({ ...today, note: '' });
  });

  it('is an error, and not a guess, for a version that nobody can lift', async () => {
    await expect(read(recorded('test.weighed', 0, written1), closedVault, find)).rejects.toMatchObject({
      name: 'ContractBroken',
      reason: 'no upcast from version 0',
    });
    await expect(read(recorded('test.unknown', 1, {}), closedVault, find)).rejects.toMatchObject({
      reason: 'no such contract',
    });
  });
});

describe('an event about a person', () => {
  it('is written without its personal fields, which are sealed and bound to the event', async () => {
    const vault = inMemoryVault();
    const data = { memberId: 'aki', grams: 1, scale: 's', note: 'secret' };
    const { sealed = '', ...event } = await written({ type: 'test.weighed', data }, 'c.7', vault, find);
    expect(event).toEqual({
      id: 'c.7',
      type: 'test.weighed',
      schemaVersion: 3,
      data: { memberId: 'aki', grams: 1, scale: 's' },
    });
    expect(await vault.open('aki', sealed, 'c.7')).toEqual({ note: 'secret' });
  });

  it('is refused when it breaks its contract, before anything is sealed', async () => {
    await expect(
      written({ type: 'test.weighed', data: { memberId: 'aki' } }, 'c.7', closedVault, find),
    ).rejects.toMatchObject({ name: 'ContractBroken' });
  });
});
