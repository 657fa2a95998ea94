import { everyPage } from '../../platform/view-store/every-row.ts';
import type { ReadableView, Row } from '../../platform/view-store/port.ts';
import { BUCKETS, bucketKey, documentIn, STAMPS, Stamp } from '../projections/search-index/view.ts';
import { type Documents, documentsInMemory } from './documents.ts';

type Readable = Pick<ReadableView, 'query'>;

/** Buckets read side by side. */
const AT_ONCE = 8;

/**
 * The documents as they are now: each time, the stamps of all buckets are read in one consistent query, and then the buckets that have
 * changed. What an instance holds is therefore never older than the moment it was asked.
 */
export const followingDocuments = (view: Readable): (() => Promise<Documents>) => {
  const documents = documentsInMemory();
  const held = new Map<string, number>();
  return async () => {
    const { rows } = await view.query({ partition: ['pk', STAMPS], limit: BUCKETS });
    const stamps = new Map(rows.map((row) => Stamp.parse(row)).map(({ sk, fingerprint }) => [sk, fingerprint]));
    // A bucket that is held and has no stamp any more: another generation, which is not as far.
    const names = [...new Set([...stamps.keys(), ...held.keys()])];
    const changed = names.filter((bucket) => (stamps.get(bucket) ?? 0) !== (held.get(bucket) ?? 0));
    for (let at = 0; at < changed.length; at += AT_ONCE)
      await Promise.all(
        changed.slice(at, at + AT_ONCE).map(async (bucket) => {
          const found = await rowsOf(view, bucket);
          documents.replace(
            bucket,
            found.map(documentIn).filter((document) => document !== undefined),
          );
          held.set(bucket, stamps.get(bucket) ?? 0);
        }),
      );
    return documents;
  };
};

const rowsOf = async (view: Readable, bucket: string): Promise<readonly Row[]> =>
  (await Array.fromAsync(everyPage(view, { partition: ['pk', bucketKey(bucket)], limit: 1_000 }))).flat();
