/** Commits that are too large for an item of the table, each an object that never changes. */
export interface Blobs {
  /** Safe to repeat: the same key always gets the same bytes. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Throws when there is no such object. */
  get(key: string): Promise<Uint8Array>;
}
