/** Above this, bytes are sent by reference instead of being copied into the frame. */
const BY_REFERENCE = 8_192;

/** Writes Kafka's primitive types; `frame` answers everything written, with the size in front. */
export class WireWriter {
  #open = Buffer.allocUnsafe(256);
  #at = 0;
  readonly #full: Buffer[] = [];
  #withheld = false;

  #room(length: number): number {
    if (this.#at + length > this.#open.length) {
      this.#close();
      this.#open = Buffer.allocUnsafe(Math.max(1_024, length));
    }
    this.#at += length;
    return this.#at - length;
  }

  #close(): void {
    if (this.#at > 0) this.#full.push(this.#open.subarray(0, this.#at));
    this.#open = this.#open.subarray(this.#at);
    this.#at = 0;
  }

  #raw(bytes: Buffer): this {
    if (bytes.length >= BY_REFERENCE) {
      this.#close();
      this.#full.push(bytes);
    } else {
      const at = this.#room(bytes.length);
      bytes.copy(this.#open, at);
    }
    return this;
  }

  int8(value: number): this {
    const at = this.#room(1);
    this.#open.writeInt8(value, at);
    return this;
  }

  boolean(value: boolean): this {
    return this.int8(value ? 1 : 0);
  }

  int16(value: number): this {
    const at = this.#room(2);
    this.#open.writeInt16BE(value, at);
    return this;
  }

  int32(value: number): this {
    const at = this.#room(4);
    this.#open.writeInt32BE(value, at);
    return this;
  }

  int64(value: number): this {
    const at = this.#room(8);
    this.#open.writeBigInt64BE(BigInt(value), at);
    return this;
  }

  string(value: string | null): this {
    if (value === null) return this.int16(-1);
    const bytes = Buffer.from(value, 'utf8');
    return this.int16(bytes.length).#raw(bytes);
  }

  bytes(value: Buffer): this {
    return this.int32(value.length).#raw(value);
  }

  /** Several pieces as one field of bytes. */
  joined(pieces: readonly Buffer[]): this {
    this.int32(pieces.reduce((sum, piece) => sum + piece.length, 0));
    for (const piece of pieces) this.#raw(piece);
    return this;
  }

  array<T>(items: readonly T[], write: (item: T) => void): this {
    this.int32(items.length);
    for (const item of items) write(item);
    return this;
  }

  /** Nothing is to be sent, whatever was written: the client expects no answer. */
  withhold(): void {
    this.#withheld = true;
  }

  /** The pieces of the frame in order: four bytes of size, then what was written. */
  frame(): Buffer[] {
    if (this.#withheld) return [];
    this.#close();
    const size = Buffer.allocUnsafe(4);
    size.writeInt32BE(this.#full.reduce((sum, piece) => sum + piece.length, 0));
    return [size, ...this.#full];
  }
}
