import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { es } from '../support/es-command.ts';
import { root, withSystem } from '../support/system.ts';

const system = withSystem();
const place = mkdtempSync(join(tmpdir(), 'bunko-restore-'));
const backup = join(place, 'events.jsonl');
afterAll(() => rmSync(place, { recursive: true, force: true }));

const at = () => ['--url', system().running.url] as const;
const documents = () => {
  const credentials = { accessKeyId: 'vandal', secretAccessKey: 'vandal' };
  const { endpoint } = system().running;
  return DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'ap-northeast-1', credentials }));
};
const TableName = () => system().running.tables.events ?? '';

describe('a backup of the event table', () => {
  it('given commits that somebody removed, when it is restored, then history is whole and nobody is told twice', async () => {
    const { library } = system();
    const librarian = await library.signIn('librarian');
    const member = await library.register();
    const { volumeId } = await library.newVolume(librarian, 1);
    await library.settled();
    const borrowed = await library.borrow(member, volumeId);
    expect(borrowed.status).toBe(201);
    const { loanId } = borrowed.body;
    await library.settled();
    writeFileSync(backup, (await es('dump', '--raw', ...at())).output);

    await documents().send(new DeleteCommand({ TableName: TableName(), Key: { pk: `main#loan#${loanId}`, sk: 1 } }));
    expect((await es('verify', ...at())).status).toBe(1);

    const restored = await es('restore', '--json', '--from', backup, ...at());
    expect(restored).toMatchObject({ status: 0, complaint: '' });
    expect(restored.json()).toEqual([expect.objectContaining({ restored: 1, different: 0 })]);
    await library.settled();
    expect((await es('verify', ...at())).status).toBe(0);
    const admin = await library.signIn('admin');
    for (const view of ['loan-sheet', 'records', 'availability']) {
      const { body } = await library.call(`POST /api/ops/projections/${view}/verify`, { token: admin.token });
      expect(body, view).toMatchObject({ differences: [] });
    }
    expect(await library.mailsTo(member, 'borrowed')).toHaveLength(1);
  });

  it('given a commit that says something else now, when it is restored, then it is named and left as it is', async () => {
    const forged = { pk: 'main#calendar#2031-01-01', sk: 1, v: 1, c: 'forged', t: [], e: '[]', m: {} };
    await documents().send(new PutCommand({ TableName: TableName(), Item: { ...forged, c: 'another' } }));
    const file = join(place, 'forged.jsonl');
    writeFileSync(file, `${JSON.stringify(forged)}\n`);
    const { status, output } = await es('restore', '--from', file, ...at());
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining('main#calendar#2031-01-01 1') });
    await documents().send(new DeleteCommand({ TableName: TableName(), Key: { pk: forged.pk, sk: 1 } }));
  });
});

describe('an operator', () => {
  const grantRoles = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/grant-roles.ts', ...args, ...at()], { cwd: root });

  it('makes the first admin of a stage', async () => {
    const { library } = system();
    const member = await library.register();
    await grantRoles('--email', member.email, '--roles', 'member,admin');
    const body = { email: member.email, password: 'a long enough password' };
    const { user } = (await library.call('POST /api/auth/login', { body })).body;
    expect(user.roles).toEqual(expect.arrayContaining(['member', 'admin']));
  });

  it('is told when nobody has the address, and when a role is none', async () => {
    await expect(grantRoles('--email', 'nobody@example.test', '--roles', 'member')).rejects.toMatchObject({ code: 1 });
    await expect(grantRoles('--email', 'nobody@example.test', '--roles', 'king')).rejects.toMatchObject({ code: 2 });
  });
});
