/** As in Apache Kafka (`socket.request.max.bytes`). */
const MAX_FRAME_BYTES = 100 * 1024 * 1024;
/** The shortest request header: API key, version, correlation id, no client id. */
const MIN_FRAME_BYTES = 10;

/**
 * Cuts a byte stream into frames. Feed it what arrives; it answers the frames that are complete, or `unacceptable`
 * when the stream cannot be Kafka's (a size that is negative, too small or above 100 MB).
 */
export const frameReader = () => {
  let pieces: Buffer[] = [];
  let held = 0;

  const peekSize = (): number | undefined => {
    if (held < 4) return undefined;
    if ((pieces[0]?.length ?? 0) < 4) pieces = [Buffer.concat(pieces)];
    return pieces[0]?.readInt32BE();
  };

  return (arrived: Buffer): Buffer[] | 'unacceptable' => {
    pieces.push(arrived);
    held += arrived.length;
    const frames: Buffer[] = [];
    for (let size = peekSize(); size !== undefined; size = peekSize()) {
      if (size < MIN_FRAME_BYTES || size > MAX_FRAME_BYTES) return 'unacceptable';
      if (held < size + 4) break;
      const all = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
      frames.push(all.subarray(4, size + 4));
      held -= size + 4;
      pieces = held > 0 ? [all.subarray(size + 4)] : [];
    }
    return frames;
  };
};
