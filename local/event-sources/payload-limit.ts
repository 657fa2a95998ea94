/** Lambda takes 6 MB in one invocation; the frame around the records stays well below the difference. */
const MAX_RECORD_BYTES = 6 * 1024 * 1024 - 64 * 1024;

/** Cuts records, in order, into parts that fit into one invocation each. */
export const withinPayload = <Item>(records: readonly Item[]): readonly (readonly Item[])[] => {
  const parts: Item[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const bytes = Buffer.byteLength(JSON.stringify(record)) + 1;
    if (size + bytes > MAX_RECORD_BYTES) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(record);
    size += bytes;
  }
  return parts;
};
