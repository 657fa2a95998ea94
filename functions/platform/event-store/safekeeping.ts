import type { Blobs } from './blobs/port.ts';
import type { Vault } from './vault/port.ts';

/** What a store needs beside its table: who seals personal data, and where large commits lie. */
export interface Safekeeping {
  vault: Vault;
  blobs: Blobs;
}
