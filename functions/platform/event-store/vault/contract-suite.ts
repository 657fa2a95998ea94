import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { KeyEraser, Vault } from './port.ts';

/** Every vault signs this. */
export const vaultContract = (adapter: string, open: () => Promise<Vault & KeyEraser>): void => {
  describe(`${adapter} keeps the vault contract`, () => {
    const person = { name: '与謝野 晶子', tags: [1, null] };

    it('opens what it sealed, and never seals twice alike', async () => {
      const vault = await open();
      const subject = uuid();
      const [one, two] = [await vault.seal(subject, person, 'e.0'), await vault.seal(subject, person, 'e.0')];
      expect(one).not.toBe(two);
      expect(one).not.toContain('晶子');
      expect(await vault.open(subject, one, 'e.0')).toEqual(person);
    });

    it('opens nothing of another subject, in another place, or that was changed', async () => {
      const vault = await open();
      const [aki, mei] = [uuid(), uuid()];
      const sealed = await vault.seal(aki, person, 'e.0');
      await vault.seal(mei, person, 'e.1');
      await expect(vault.open(mei, sealed, 'e.0')).rejects.toMatchObject({ name: 'SealBroken' });
      await expect(vault.open(aki, sealed, 'e.1')).rejects.toMatchObject({ name: 'SealBroken' });
      for (const broken of [`${sealed.slice(0, -2)}AA`, '1.', '', '2.AAAA', 'x'])
        await expect(vault.open(aki, broken, 'e.0')).rejects.toMatchObject({ name: 'SealBroken' });
    });

    it('makes one key when many seal first at the same moment', async () => {
      const vault = await open();
      const subject = uuid();
      const sealed = await Promise.all(
        Array.from({ length: 8 }, (_, place) => vault.seal(subject, place, `e.${place}`)),
      );
      expect(await Promise.all(sealed.map((text, place) => vault.open(subject, text, `e.${place}`)))).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7,
      ]);
    });

    it('answers nothing for a subject it does not know', async () => {
      expect(await (await open()).open(uuid(), '1.AAAA', 'e.0')).toBeUndefined();
    });

    it('erases a key for ever: nothing opens, nothing is sealed again', async () => {
      const subject = uuid();
      const vault = await open();
      const sealed = await vault.seal(subject, person, 'e.0');
      await vault.erase(subject);
      await vault.erase(subject);
      const later = await open();
      expect(await later.open(subject, sealed, 'e.0')).toBeUndefined();
      await expect(later.seal(subject, person, 'e.1')).rejects.toMatchObject({ name: 'SubjectErased', subject });
    });
  });
};
