import { produceFate } from '../faults/faulty-produce.ts';
import type { Api, BrokerParts } from './api.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import { parseBatch } from './record-batch.ts';
import type { WireReader } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';

/** The oldest version whose batches have the format this broker stores. */
const FIRST_WITH_BATCHES = 3;
/** The time of a record is its producer's, so there is no time of appending to tell. */
const NO_APPEND_TIME = -1;

interface Stored {
  partition: number;
  error: ErrorCode;
  baseOffset: number;
}

/**
 * Appends one batch to each partition of the request; answered once it is durable. Versions 0 to 2 are advertised and
 * refused, as Apache Kafka 4 does: librdkafka takes their absence for a broker that knows no compression.
 */
export const produce = (parts: BrokerParts): Api => ({
  key: 0,
  name: 'Produce',
  versions: [0, 8],
  async answer({ version, body }, out) {
    const transactionalId = version >= FIRST_WITH_BATCHES ? body.nullableString() : null;
    const acks = body.int16();
    body.int32();
    const topics = readTopics(body);
    const fate = await produceFate(
      parts.faults,
      topics.map(({ topic }) => topic),
    );
    const refused = refusalOf(version, transactionalId) ?? (fate.fails ? errorCode.unknownServerError : undefined);
    const stored = topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ partition, bytes }) => store(parts, topic, partition, bytes, refused)),
    }));
    if (fate.losesAnswer) throw new Error('a fault: the answer is lost');
    if (acks === 0) out.withhold();
    out.array(stored, ({ topic, partitions }) => {
      out.string(topic).array(partitions, (one) => writeStored(one, version, out));
    });
    if (version >= 1) out.int32(fate.throttleMs);
  },
});

const refusalOf = (version: number, transactionalId: string | null): ErrorCode | undefined => {
  if (version < FIRST_WITH_BATCHES) return errorCode.unsupportedForMessageFormat;
  return transactionalId === null ? undefined : errorCode.invalidRequest;
};

const readTopics = (body: WireReader) =>
  body.array(() => ({
    topic: body.string(),
    partitions: body.array(() => ({ partition: body.int32(), bytes: body.bytes() })),
  }));

const store = (
  { topics, records, meter }: BrokerParts,
  name: string,
  partition: number,
  bytes: Buffer,
  refused: ErrorCode | undefined,
): Stored => {
  const refuse = (error: ErrorCode): Stored => ({ partition, error, baseOffset: -1 });
  if (refused !== undefined) return refuse(refused);
  const topic = topics.get(name);
  if (topic?.ends[partition] === undefined) return refuse(errorCode.unknownTopicOrPartition);
  const batch = parseBatch(bytes);
  if ('refused' in batch) return refuse(batch.refused);
  meter?.('topic-bytes-in', name, bytes.length);
  const appended = records.append(topic, partition, batch);
  return 'refused' in appended ? refuse(appended.refused) : { partition, error: errorCode.none, ...appended };
};

const writeStored = ({ partition, error, baseOffset }: Stored, version: number, out: WireWriter): void => {
  out.int32(partition).int16(error).int64(baseOffset);
  if (version >= 2) out.int64(NO_APPEND_TIME);
  if (version >= 5) out.int64(0);
  // Neither a list of bad records nor a message: the code says it all.
  if (version >= 8) out.int32(0).string(null);
};
