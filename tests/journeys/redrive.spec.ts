import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backbones } from '../support/backbones.ts';
import { root, type System, startSystem } from '../support/system.ts';
import { copyOfAssembly, withBugInLoans } from '../support/tampered-assembly.ts';

const run = promisify(execFile);

describe.each(backbones)('a record that its consumer cannot take (backbone %s)', (backbone) => {
  const place = mkdtempSync(join(tmpdir(), 'bunko-redrive-'));
  const marker = join(place, 'poison');
  let system: System | undefined;
  let assemblyDir = '';
  const library = () => {
    if (!system) throw new Error('the system is not up');
    return system.library;
  };
  beforeAll(async () => {
    writeFileSync(marker, 'nobody yet');
    assemblyDir = await copyOfAssembly(backbone);
    withBugInLoans(assemblyDir, 'bunko-local-records', marker);
    system = await startSystem({ assemblyDir, backbone });
  });
  afterAll(async () => {
    await system?.running.stop();
    for (const directory of [place, assemblyDir, system?.dataDir])
      if (directory) rmSync(directory, { recursive: true, force: true });
  });

  it('blocks no other key, waits visibly, and is taken once, in order, when the fix is there', async () => {
    const { call, borrow, newVolume, register, signIn, settled, advance } = library();
    const [librarian, admin] = [await signIn('librarian'), await signIn('admin')];
    const [poison, sound] = [await newVolume(librarian, 5), await newVolume(librarian, 5)];
    const [aki, mei] = [await register('Aki'), await register('Mei')];
    await settled();
    writeFileSync(marker, poison.volumeId);
    const { body: first } = await borrow(mei, sound.volumeId);
    const { body: stuck } = await borrow(aki, poison.volumeId);
    const { body: second } = await borrow(aki, sound.volumeId);
    expect((await call(`POST /api/loans/${stuck.loanId}/return`, aki)).status).toBe(200);
    // On a queue a failed message comes again after its visibility timeout.
    for (let turn = 0; turn < 20; turn++) {
      if ((await call('GET /_local/idle?timeout=2')).status === 200) break;
      await advance('PT2M');
    }
    await settled();

    const records = async (member: typeof aki) =>
      (await call('GET /api/me/records', member)).body.items.map(({ loanId }: { loanId: string }) => loanId);
    expect(await records(mei)).toEqual([first.loanId]);
    expect(await records(aki)).toEqual([second.loanId]);
    const list = async () => (await call('GET /api/ops/dead-letters', librarian)).body.items;
    const letters = await list();
    expect(letters).toHaveLength(2);
    expect(letters).toMatchObject(
      [1, 2].map(() => ({ consumer: 'records', reason: 'Error: a planted bug', attempts: expect.any(Number) })),
    );
    const [{ deadLetterId }] = letters;
    for (const [route, caller, status] of [
      ['GET /api/ops/dead-letters', aki, 403],
      ['GET /api/ops/dead-letters', {}, 401],
      [`POST /api/ops/dead-letters/${deadLetterId}/redrive`, librarian, 403],
      ['POST /api/ops/dead-letters/bm9ib2R5/redrive', admin, 404],
    ] as const)
      expect((await call(route, caller)).status, route).toBe(status);

    // Without the fix it is refused again, and nothing is lost.
    expect((await call(`POST /api/ops/dead-letters/${deadLetterId}/redrive`, admin)).status).toBe(202);
    await settled();
    expect(await list()).toHaveLength(2);

    writeFileSync(marker, '');
    const { stdout } = await run(process.execPath, ['scripts/redrive.ts', '--url', system?.running.url ?? ''], {
      cwd: root,
    });
    expect(stdout).toContain('2 taken, 0 failed again');
    expect(await list()).toEqual([]);
    expect((await records(aki)).toSorted()).toEqual([stuck.loanId, second.loanId].toSorted());
    const returned = (await call('GET /api/me/records?status=returned', aki)).body.items;
    expect(returned).toMatchObject([{ loanId: stuck.loanId, returnedOn: expect.any(String) }]);
    expect((await call(`POST /api/ops/dead-letters/${deadLetterId}/redrive`, admin)).status).toBe(404);
  }, 180_000);
});
