import { randomBytes } from 'node:crypto';
import { type KeyEraser, SubjectErased, type Vault } from './port.ts';
import { openWith, sealWith } from './seal.ts';

const ERASED = Symbol('erased');

/** A vault in the memory of this process, for tests and simulation. */
export const inMemoryVault = (): Vault & KeyEraser => {
  const keys = new Map<string, Uint8Array | typeof ERASED>();
  return {
    async seal(subject, value, boundTo) {
      const key = keys.get(subject) ?? randomBytes(32);
      if (key === ERASED) throw new SubjectErased(subject);
      keys.set(subject, key);
      return sealWith(key, value, boundTo);
    },
    async open(subject, sealed, boundTo) {
      const key = keys.get(subject);
      return key === undefined || key === ERASED ? undefined : openWith(key, sealed, boundTo);
    },
    erase: async (subject) => void keys.set(subject, ERASED),
  };
};
