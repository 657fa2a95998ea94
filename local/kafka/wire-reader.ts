/**
 * Reads Kafka's primitive types from one frame, front to back. The frame comes from outside: whatever does not fit
 * throws a RangeError, and the connection that sent it is closed.
 */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #take(length: number): Buffer {
    if (length < 0 || this.#at + length > this.#bytes.length) throw new RangeError('the frame is shorter than it says');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  boolean = (): boolean => this.#take(1).readInt8() !== 0;
  int8 = (): number => this.#take(1).readInt8();
  int16 = (): number => this.#take(2).readInt16BE();
  int32 = (): number => this.#take(4).readInt32BE();

  /** Offsets and timestamps. Values beyond the safe integers are pinned to their edge: no real offset is that large. */
  int64 = (): number => pinned(this.#take(8).readBigInt64BE());

  /** A null reads as an empty string. */
  string = (): string => this.nullableString() ?? '';

  nullableString = (): string | null => {
    const length = this.int16();
    return length === -1 ? null : this.#take(length).toString('utf8');
  };

  /** A null reads as no bytes. The answer is a view of the frame, not a copy. */
  bytes = (): Buffer => {
    const length = this.int32();
    return this.#take(length === -1 ? 0 : length);
  };

  /** Null, as a rule, means "all of them". */
  nullableArray<T>(item: () => T): T[] | null {
    const length = this.int32();
    if (length === -1) return null;
    const items: T[] = [];
    while (items.length < length) items.push(item());
    return items;
  }

  array<T>(item: () => T): T[] {
    return this.nullableArray(item) ?? [];
  }
}

/** An int64 as a number; what a number cannot hold exactly becomes the nearest safe integer. */
export const pinned = (value: bigint): number => {
  const number = Number(value);
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number));
};
