import type { KeyTimeline } from '../key-timeline.ts';
import type { KeyBook } from './port.ts';

/** The book in the memory of this process, for tests. */
export const inMemoryKeyBook = (keyOfTheStack: string): KeyBook => {
  let book: { timeline: KeyTimeline; version: number } = {
    timeline: [{ keyId: keyOfTheStack, signsFrom: 0 }],
    version: 0,
  };
  return {
    read: async () => book,
    async replace(timeline, versionRead) {
      if (versionRead !== book.version) return false;
      book = { timeline, version: versionRead + 1 };
      return true;
    },
  };
};
