import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { State } from '../state.ts';

const ObjectRow = z.object({ etag: z.string(), contentType: z.string(), size: z.number(), modified: z.string() });

/** What is known of an object without its bytes. */
export type ObjectInfo = z.infer<typeof ObjectRow>;

/** The objects of all buckets: bytes in files below `directory`, what is known of them in `state`. */
export interface Objects {
  put(bucket: string, key: string, bytes: Buffer, contentType: string, now: Date): Promise<ObjectInfo>;
  info(bucket: string, key: string): ObjectInfo | undefined;
  get(bucket: string, key: string): Promise<Buffer | undefined>;
  remove(bucket: string, key: string): Promise<void>;
}

/** Opens the object store of the runtime; an object is there as a whole or not at all, also after a crash. */
export const openObjects = (directory: string, state: State): Objects => {
  mkdirSync(directory, { recursive: true });
  state.exec(
    'CREATE TABLE IF NOT EXISTS s3_objects (bucket TEXT, key TEXT, etag TEXT NOT NULL, contentType TEXT NOT NULL, size INTEGER NOT NULL, modified TEXT NOT NULL, PRIMARY KEY (bucket, key))',
  );
  const find = state.prepare('SELECT etag, contentType, size, modified FROM s3_objects WHERE bucket = ? AND key = ?');
  const insert = state.prepare('INSERT OR REPLACE INTO s3_objects VALUES (?, ?, ?, ?, ?, ?)');
  const forget = state.prepare('DELETE FROM s3_objects WHERE bucket = ? AND key = ?');
  // A key may have any characters, and more than a file name takes.
  const fileOf = (bucket: string, key: string) =>
    join(directory, createHash('sha256').update(`${bucket}/${key}`).digest('hex'));
  const info = (bucket: string, key: string) => {
    const row = find.get(bucket, key);
    return row && ObjectRow.parse(row);
  };
  return {
    info,
    async put(bucket, key, bytes, contentType, now) {
      const etag = createHash('md5').update(bytes).digest('hex');
      const unfinished = `${fileOf(bucket, key)}.${randomUUID()}`;
      await writeFile(unfinished, bytes);
      await rename(unfinished, fileOf(bucket, key));
      const modified = now.toISOString();
      insert.run(bucket, key, etag, contentType, bytes.length, modified);
      return { etag, contentType, size: bytes.length, modified };
    },
    get: async (bucket, key) => (info(bucket, key) ? readFile(fileOf(bucket, key)) : undefined),
    async remove(bucket, key) {
      forget.run(bucket, key);
      await rm(fileOf(bucket, key), { force: true });
    },
  };
};
