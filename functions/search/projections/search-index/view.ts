import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Key, Row } from '../../../platform/view-store/port.ts';

export const searchKinds = ['series', 'volume', 'product'] as const;

/** What can be found, as it was written. Nothing in it belongs to one kind only, so that a new kind needs no new search. */
export const SearchDocument = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  title: z.string(),
  /** Other titles it goes by: subtitle, title in another language. */
  alsoTitled: z.array(z.string()),
  people: z.array(z.string()),
  text: z.string().optional(),
  /** What it is a part of: it is found by the titles and people of that as well. */
  partOf: z.string().optional(),
  /** Its place among the parts. */
  place: z.number().optional(),
});
export type SearchDocument = z.infer<typeof SearchDocument>;

/**
 * The rows of the view `search`: documents lie in buckets, `{ pk: 'bucket-07', sk: 'volume#<id>' }`; what was withdrawn leaves
 * its bare key. Each bucket has a stamp `{ pk: 'stamps', sk: '07' }`, which moves with every change of a document in it.
 */
export const BUCKETS = 64;
export const STAMPS = 'stamps';

export const bucketOf = (id: string): string =>
  String(createHash('sha256').update(id).digest().readUInt16BE(0) % BUCKETS).padStart(2, '0');
export const bucketKey = (bucket: string): string => `bucket-${bucket}`;
export const documentKey = (kind: SearchDocument['kind'], id: string): Key => ({
  pk: bucketKey(bucketOf(id)),
  sk: `${kind}#${id}`,
});
export const stampKey = (id: string): Key => ({ pk: STAMPS, sk: bucketOf(id) });

/** The document in a row, undefined for the bare key of one that was withdrawn. */
export const documentIn = (row: Row | undefined): SearchDocument | undefined =>
  row?.kind === undefined ? undefined : SearchDocument.parse(row);

export const Stamp = z.object({ sk: z.string(), fingerprint: z.number() });

const LARGEST = 2 ** 48;
/** Parsed once more, so that attributes are in one order wherever they come from. */
const fingerprintOf = (document: SearchDocument | undefined): number =>
  document
    ? createHash('sha256')
        .update(JSON.stringify(SearchDocument.parse(document)))
        .digest()
        .readUIntBE(0, 6)
    : 0;

/**
 * The stamp of a bucket after one of its documents changed: the sum of the fingerprints of all that are in it. Two buckets with
 * one stamp hold the same, in whatever order it came there and in whatever generation of the view.
 */
export const stampAfter = (
  stamp: Row | undefined,
  id: string,
  before: SearchDocument | undefined,
  after: SearchDocument | undefined,
): Row => {
  const sum = Number(stamp?.fingerprint ?? 0) + LARGEST - fingerprintOf(before) + fingerprintOf(after);
  return { ...stampKey(id), fingerprint: sum % LARGEST };
};
