import type { KeyBook } from '../tokens/key-book/port.ts';
import { isRotating, type KeyEntry, type KeyTimeline, rotated } from '../tokens/key-timeline.ts';
import type { KeyMaker } from './port.ts';

interface Needs {
  book: KeyBook;
  keys: KeyMaker;
}
export type Rotation =
  | { outcome: 'rotated'; timeline: KeyTimeline; gone: readonly KeyEntry[] }
  /** A new key waits for its turn already, or somebody else rotates in this moment. */
  | { outcome: 'rotation-under-way'; timeline: KeyTimeline };

/** Announces a new signing key and lets go of those whose last token has expired. Nobody is signed out by it. */
export const rotateKeys =
  ({ book, keys }: Needs) =>
  async (now: Date): Promise<Rotation> => {
    const { timeline, version } = await book.read();
    if (isRotating(timeline, now)) return { outcome: 'rotation-under-way', timeline };
    const made = await keys.make();
    const next = rotated(timeline, made, now);
    if (!(await book.replace(next, version))) {
      await keys.letGo(made);
      return { outcome: 'rotation-under-way', timeline: (await book.read()).timeline };
    }
    const gone = timeline.filter(({ keyId }) => !next.some((kept) => kept.keyId === keyId));
    for (const { keyId } of gone) await keys.letGo(keyId);
    return { outcome: 'rotated', timeline: next, gone };
  };
