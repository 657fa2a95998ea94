import type { SearchDocument } from '../projections/search-index/view.ts';
import { type Entry, entryOf } from './entry.ts';

/** The documents that an instance holds in memory, bucket by bucket. */
export interface Documents {
  /** Puts what is in a bucket now in place of what was. */
  replace(bucket: string, documents: readonly SearchDocument[]): void;
  all(): readonly Entry[];
  /** The whole that something is a part of, when it is known. */
  wholeOf(document: SearchDocument): Entry | undefined;
}

/** Compared as text: folding a document costs ten times as much. */
const isSame = (a: SearchDocument, b: SearchDocument): boolean => JSON.stringify(a) === JSON.stringify(b);

export const documentsInMemory = (): Documents => {
  const buckets = new Map<string, ReadonlyMap<string, Entry>>();
  let all: readonly Entry[] | undefined;
  let wholes: ReadonlyMap<string, Entry> | undefined;
  const everything = () => {
    all ??= [...buckets.values()].flatMap((bucket) => [...bucket.values()]);
    return all;
  };
  return {
    replace(bucket, documents) {
      const before = buckets.get(bucket);
      const after = documents.map((document): [string, Entry] => {
        const name = `${document.kind}#${document.id}`;
        const known = before?.get(name);
        return [name, known && isSame(known.document, document) ? known : entryOf(document)];
      });
      buckets.set(bucket, new Map(after));
      all = undefined;
      wholes = undefined;
    },
    all: everything,
    wholeOf({ partOf }) {
      if (partOf === undefined) return undefined;
      wholes ??= new Map(
        everything().flatMap((entry) => (entry.document.partOf === undefined ? [[entry.document.id, entry]] : [])),
      );
      return wholes.get(partOf);
    },
  };
};
