import { describe, expect, it } from 'vitest';
import { hashPassword, isPasswordOf, isPasswordOfNobody } from './password-hash.ts';

describe('a password', () => {
  it('is known by its hash, which says nothing of it and is never twice the same', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$/);
    expect(one).not.toBe(two);
    expect(await isPasswordOf('correct horse', one)).toBe(true);
    expect(await isPasswordOf('correct horsf', one)).toBe(false);
  });

  it('is the same however its letters were composed', async () =>
    expect(await isPasswordOf('パスワード゛が', await hashPassword('パスワード゛が'.normalize('NFD')))).toBe(true));

  it('is never that of a broken hash, or of nobody', async () => {
    expect(await isPasswordOf('x', '')).toBe(false);
    expect(await isPasswordOf('x', '$scrypt$ln=15,r=8,p=1$c2FsdA$')).toBe(false);
    expect(await isPasswordOfNobody('x')).toBe(false);
  });
});
