import type { Api, BrokerParts } from './api.ts';
import { type ErrorCode, errorCode } from './error-code.ts';

const LATEST = -1;
const EARLIEST = -2;
const NONE = -1;

interface OffsetFound {
  partition: number;
  error: ErrorCode;
  timestamp: number;
  offset: number;
}

/** The first offset, the next offset, or the first one at or after an instant. */
export const listOffsets = (parts: BrokerParts): Api => ({
  key: 2,
  name: 'ListOffsets',
  versions: [1, 5],
  answer({ version, body }, out) {
    body.int32();
    if (version >= 2) body.int8();
    const found = body.array(() => {
      const topic = body.string();
      const partitions = body.array(() => {
        const partition = body.int32();
        if (version >= 4) body.int32();
        return offsetAt(parts, topic, partition, body.int64());
      });
      return { topic, partitions };
    });
    if (version >= 2) out.int32(0);
    out.array(found, ({ topic, partitions }) => {
      out.string(topic).array(partitions, ({ partition, error, timestamp, offset }) => {
        out.int32(partition).int16(error).int64(timestamp).int64(offset);
        if (version >= 4) out.int32(NONE);
      });
    });
  },
});

const offsetAt = ({ topics, records }: BrokerParts, name: string, partition: number, time: number): OffsetFound => {
  const topic = topics.get(name);
  const end = topic?.ends[partition];
  if (!topic || end === undefined) {
    return { partition, error: errorCode.unknownTopicOrPartition, timestamp: NONE, offset: NONE };
  }
  const answer = (offset: number, timestamp = NONE) => ({ partition, error: errorCode.none, timestamp, offset });
  if (time === LATEST) return answer(end);
  if (time === EARLIEST) return answer(0);
  const record = records.findByTime(topic, partition, time);
  return record ? answer(record.offset, record.timestamp) : answer(NONE);
};
