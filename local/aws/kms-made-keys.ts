import * as z from 'zod';
import type { State } from '../state.ts';

/** A key that somebody made while the system ran, without its material. */
export interface MadeKey {
  keyId: string;
  arn: string;
  spec: 'SYMMETRIC_DEFAULT' | 'ECC_NIST_P256';
  description: string;
  tags: Readonly<Record<string, string>>;
  /** Epoch milliseconds; null for a key that nobody wants removed. */
  deletesAt: number | null;
}

const Row = z.object({
  keyId: z.string(),
  arn: z.string(),
  spec: z.enum(['SYMMETRIC_DEFAULT', 'ECC_NIST_P256']),
  description: z.string(),
  tags: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  deletesAt: z.number().nullable(),
});

/** The keys that were made while the system ran; durable. */
export const madeKeys = (state: State) => {
  state.exec(`CREATE TABLE IF NOT EXISTS kms_made_keys (
    keyId TEXT PRIMARY KEY, arn TEXT NOT NULL, spec TEXT NOT NULL, description TEXT NOT NULL, tags TEXT NOT NULL, deletesAt INTEGER)`);
  const all = state.prepare('SELECT * FROM kms_made_keys');
  const write = state.prepare('INSERT OR REPLACE INTO kms_made_keys VALUES (?, ?, ?, ?, ?, ?)');
  return {
    all: (): readonly MadeKey[] => all.all().map((row) => Row.parse(row)),
    keep({ keyId, arn, spec, description, tags, deletesAt }: MadeKey): void {
      write.run(keyId, arn, spec, description, JSON.stringify(tags), deletesAt);
    },
  };
};
