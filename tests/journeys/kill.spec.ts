import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryAt, type Member } from '../support/library.ts';
import { eventually, root } from '../support/system.ts';

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const run = async (port: number, dataDir: string): Promise<ChildProcess> => {
  const child = spawn(
    process.execPath,
    ['local/start.ts', '--port', String(port), '--data', dataDir, '--empty', '--no-web', '--quiet'],
    { cwd: root, stdio: 'ignore' },
  );
  await eventually(async () => {
    const answer = await fetch(`http://localhost:${port}/_local`).catch(() => undefined);
    return answer?.ok && ((await answer.json()) as { ready: boolean }).ready ? true : undefined;
  }, 90);
  return child;
};

const ended = (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') =>
  new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });

describe('kill -9 in the middle of borrowing', () => {
  it('loses nothing that was acknowledged and doubles nothing', async () => {
    const [port, dataDir] = [await freePort(), mkdtempSync(join(tmpdir(), 'bunko-kill-'))];
    const library = libraryAt(`http://localhost:${port}`);
    let child = await run(port, dataDir);
    try {
      const { volumeId } = await library.newVolume(await library.signIn('librarian'), 100);
      const members: Member[] = [];
      for (let index = 0; index < 30; index++) members.push(await library.register(`Member ${index}`));
      await library.settled();

      // The answers of some of these will never come.
      const asked = members.map((member) => library.borrow(member, volumeId).catch(() => undefined));
      await eventually(async () =>
        (await Promise.race([asked[5], asked[9], asked[13]]))?.status === 201 ? true : undefined,
      );
      await ended(child, 'SIGKILL');
      const answers = await Promise.all(asked);
      child = await run(port, dataDir);
      await library.settled();

      let lent = 0;
      for (const [index, member] of members.entries()) {
        const { items } = (await library.call('GET /api/me/records', member)).body;
        if (answers[index]?.status === 201)
          expect(items.map(({ loanId }: { loanId: string }) => loanId)).toEqual([answers[index].body.loanId]);
        expect(items.length).toBeLessThanOrEqual(1);
        expect(await library.mailsTo(member, 'borrowed')).toHaveLength(items.length);
        lent += items.length;
      }
      expect((await library.call(`GET /api/volumes/${volumeId}/availability`)).body).toMatchObject({
        copies: 100,
        onLoan: lent,
        available: 100 - lent,
      });
      const ranking = (await library.call('GET /api/rankings/volumes?period=all-time&limit=1')).body;
      expect(ranking.items[0]).toMatchObject({ volumeId, borrowCount: lent });
    } finally {
      await ended(child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 240_000);
});
