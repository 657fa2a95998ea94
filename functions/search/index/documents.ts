import type { SearchDocument } from '../projections/search-index/view.ts';
import { type Entry, entryOf } from './entry.ts';

/** A document and the whole that it is a part of, when there is one and it is known. */
export interface Placed {
  entry: Entry;
  whole: Entry | undefined;
}

/** The documents that an instance holds in memory, bucket by bucket. */
export interface Documents {
  /** Puts what is in a bucket now in place of what was. */
  replace(bucket: string, documents: readonly SearchDocument[]): void;
  all(): readonly Placed[];
}

/** Compared as text: folding a document costs ten times as much. */
const isSame = (a: SearchDocument, b: SearchDocument): boolean => JSON.stringify(a) === JSON.stringify(b);

export const documentsInMemory = (): Documents => {
  const buckets = new Map<string, ReadonlyMap<string, Entry>>();
  let all: readonly Placed[] | undefined;
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
    },
    all() {
      all ??= placed([...buckets.values()].flatMap((bucket) => [...bucket.values()]));
      return all;
    },
  };
};

const placed = (entries: readonly Entry[]): readonly Placed[] => {
  const wholes = new Map(
    entries.flatMap((entry) => (entry.document.partOf === undefined ? [[entry.document.id, entry]] : [])),
  );
  return entries.map((entry) => ({ entry, whole: wholes.get(entry.document.partOf ?? '') }));
};
