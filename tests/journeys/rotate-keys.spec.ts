import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Member } from '../support/library.ts';
import { root, withSystem } from '../support/system.ts';

/** Runs the operator's command; answers what it printed and how it ended. */
const rotateKeys = (url: string): Promise<{ code: number | null; out: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'scripts/rotate-keys.ts'), '--url', url], { cwd: root });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
    child.once('close', (code) => done({ code, out }));
  });

const kidOf = (token: string): string => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;

describe('npm run rotate-keys', () => {
  const system = withSystem();

  it('signs nobody out, and the old key leaves after its last token', async () => {
    const { library, running } = system();
    const aki = await library.register();
    const isIn = async ({ token }: Pick<Member, 'token'>) => (await library.call('GET /api/me', { token })).status;
    const signIn = async () => (await library.signIn('librarian')).token;
    const published = async () =>
      (await library.call('GET /api/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);

    expect(await rotateKeys(running.url)).toMatchObject({ code: 0, out: expect.stringContaining('rotated; 0 let go') });
    expect(await rotateKeys(running.url)).toMatchObject({ code: 1, out: expect.stringContaining('under way') });
    await library.advance('PT1M');
    expect(await published()).toHaveLength(2);
    expect(kidOf(await signIn())).toBe(kidOf(aki.token));

    await library.advance('PT10M');
    const fresh = await signIn();
    expect(kidOf(fresh)).not.toBe(kidOf(aki.token));
    expect(await isIn(aki)).toBe(200);
    expect(await isIn({ token: fresh })).toBe(200);
    expect(await published()).toEqual([kidOf(aki.token), kidOf(fresh)]);
    const refreshed = await library.call('POST /api/auth/refresh', { headers: { cookie: aki.cookie } });
    expect(refreshed.status).toBe(200);
    expect(kidOf(refreshed.body.accessToken)).toBe(kidOf(fresh));

    await library.advance('PT16M');
    expect(await published()).toEqual([kidOf(fresh)]);
    expect(await rotateKeys(running.url)).toMatchObject({ code: 0, out: expect.stringContaining('rotated; 1 let go') });
    await library.advance('PT11M');
    const third = await signIn();
    expect([kidOf(aki.token), kidOf(fresh)]).not.toContain(kidOf(third));
    expect(await isIn({ token: third })).toBe(200);

    // The first key is CloudFormation's; this is the first time that KMS is told to remove one.
    await library.advance('PT16M');
    expect(await rotateKeys(running.url)).toMatchObject({ code: 0, out: expect.stringContaining('rotated; 1 let go') });
  });
});
