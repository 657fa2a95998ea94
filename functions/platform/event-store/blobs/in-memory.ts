import type { Blobs } from './port.ts';

/** Objects in the memory of this process, for tests and simulation. */
export const inMemoryBlobs = (): Blobs & { readonly keys: readonly string[] } => {
  const objects = new Map<string, Uint8Array>();
  return {
    get keys() {
      return [...objects.keys()];
    },
    put: async (key, bytes) => void objects.set(key, bytes),
    async get(key) {
      const bytes = objects.get(key);
      if (!bytes) throw new Error(`there is no object ${key}`);
      return bytes;
    },
  };
};
