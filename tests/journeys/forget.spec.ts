import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withSystem } from '../support/system.ts';

/** A text as it may lie in a file: as it is, inside base64 at any offset, or in UTF-16. */
const disguises = (text: string): readonly { how: string; bytes: Buffer }[] => [
  { how: 'plain', bytes: Buffer.from(text) },
  { how: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
  ...[0, 1, 2].map((offset) => {
    // The characters of base64 that only the text decides, whatever stands before and after it.
    const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64');
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + Buffer.byteLength(text)) * 8) / 6);
    return { how: `base64 at ${offset}`, bytes: Buffer.from(encoded.slice(from, to)) };
  }),
];

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile());

/** Where in a directory these words are found. */
const found = (directory: string, words: readonly string[]) =>
  filesIn(directory).flatMap((file) => {
    const bytes = readFileSync(file);
    return words.flatMap((word) =>
      disguises(word)
        .filter((disguise) => bytes.includes(disguise.bytes))
        .map(({ how }) => `${word} (${how}) in ${file}`),
    );
  });

describe.each(['kafka', 'eventbridge'] as const)('a member who leaves (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });

  it('is refused while something is on loan, then forgotten everywhere: not one file knows the name or the address', async () => {
    const { library, dataDir } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const name = 'Zuleika Quetzalcoatl';
    const member = await library.register(name);
    const newName = 'Xochitl Vanderquist';
    const key = { 'idempotency-key': 'rename' };
    const renamed = await library.call('PATCH /api/me', { ...member, body: { name: newName }, headers: key });
    expect(renamed).toMatchObject({ status: 200, body: { name: newName } });
    const { body: loan } = await library.borrow(member, volumeId);
    await library.settled();
    expect(await library.mailsTo(member, 'borrowed')).toHaveLength(1);
    expect(found(dataDir, [member.email])).not.toEqual([]);

    const refused = await library.call('DELETE /api/me', member);
    expect(refused).toMatchObject({ status: 409, body: { code: 'open-loans' } });
    expect((await library.call(`POST /api/loans/${loan.loanId}/return`, member)).status).toBe(200);
    await library.settled();
    expect((await library.call('DELETE /api/me', member)).status).toBe(204);
    for (const route of ['GET /api/me', 'GET /api/me/records', 'DELETE /api/me'])
      expect((await library.call(route, member)).status).toBe(401);
    expect((await library.borrow(member, volumeId)).status).toBe(401);
    await library.settled();

    expect(found(dataDir, [name, newName, member.email])).toEqual([]);
    expect(await library.mailsTo(member)).toEqual([]);
    // The address is free, and whoever takes it is somebody else.
    const next = await library.call('POST /api/auth/register', {
      body: { name: 'Somebody Else', email: member.email, password: 'a long enough password' },
    });
    expect(next.status).toBe(201);
  });
});
