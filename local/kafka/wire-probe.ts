import { once } from 'node:events';
import { connect } from 'node:net';
import { crc32c } from './crc32c.ts';
import { WireReader } from './wire-reader.ts';
import { WireWriter } from './wire-writer.ts';

/** For tests: says to a broker, byte for byte, what a well-behaved client would not. One request at a time. */
export const wireProbe = async (broker: string) => {
  const [host, port] = broker.split(':');
  const socket = connect({ host: host ?? '', port: Number(port) });
  await once(socket, 'connect');

  const answer = async (): Promise<WireReader> => {
    let bytes = Buffer.alloc(0);
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length >= 4 && bytes.length >= 4 + bytes.readInt32BE()) return new WireReader(bytes.subarray(8));
    }
    throw new Error('the broker closed the connection');
  };
  const ask = (apiKey: number, version: number, body: (out: WireWriter) => void): Promise<WireReader> => {
    const out = new WireWriter().int16(apiKey).int16(version).int32(1).string('probe');
    body(out);
    socket.write(Buffer.concat(out.frame()));
    return answer();
  };

  return {
    socket,
    ask,
    async initProducerId(): Promise<number> {
      const body = await ask(22, 1, (out) => out.string(null).int32(1_000));
      body.int32();
      body.int16();
      return body.int64();
    },
    /** Sends one batch to partition 0. */
    async produce(topic: string, batch: Buffer) {
      const body = await ask(0, 7, (out) =>
        out.string(null).int16(-1).int32(5_000).int32(1).string(topic).int32(1).int32(0).bytes(batch),
      );
      body.int32();
      body.string();
      body.int32();
      body.int32();
      return { error: body.int16(), baseOffset: body.int64() };
    },
    close: () => void socket.destroy(),
  };
};

interface BatchContent {
  values: readonly string[];
  producerId?: number;
  sequence?: number;
}

/** A record batch as a producer makes it; values of at most 50 characters. */
export const recordBatch = ({ values, producerId = -1, sequence = -1 }: BatchContent): Buffer => {
  const records = values.map((value, index) => {
    const zigzag = (number: number) => number * 2;
    const body = [0, 0, zigzag(index), 1, zigzag(value.length), ...Buffer.from(value), 0];
    return Buffer.from([zigzag(body.length), ...body]);
  });
  const checked = new WireWriter()
    .int16(0)
    .int32(values.length - 1)
    .int64(Date.now())
    .int64(Date.now());
  checked
    .int64(producerId)
    .int16(producerId < 0 ? -1 : 0)
    .int32(sequence)
    .array(records, (record) => {
      for (const byte of record) checked.int8((byte << 24) >> 24);
    });
  const [, ...pieces] = checked.frame();
  const content = Buffer.concat(pieces);
  const head = Buffer.alloc(21);
  head.writeInt32BE(9 + content.length, 8);
  head.writeInt32BE(-1, 12);
  head.writeInt8(2, 16);
  head.writeUInt32BE(crc32c(content), 17);
  return Buffer.concat([head, content]);
};
