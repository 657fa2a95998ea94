import type { Api, ApiRequest, BrokerParts } from './api.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import type { WireReader } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';

/** "No session": every fetch names all its partitions. */
const NO_SESSION = 0;
const NO_REPLICA = -1;
/** However much a client asks for, one answer carries no more than this. */
const MAX_ANSWER_BYTES = 50 * 1024 * 1024;
const MAX_WAIT_MS = 300_000;

interface Wanted {
  partition: number;
  offset: number;
  maxBytes: number;
}

interface Found {
  partition: number;
  error: ErrorCode;
  end: number;
  batches: Buffer[];
}

type FetchRequest = ReturnType<typeof readRequest>;
type Answer = { topic: string; partitions: Found[] }[];

/** Answers records as soon as there are enough of them, or what there is when the client's patience ends. */
export const fetchRecords = (parts: BrokerParts): Api => ({
  key: 1,
  name: 'Fetch',
  versions: [4, 11],
  async answer({ version, body, hurried }, out) {
    const request = readRequest(version, body);
    let found = find(parts, request);
    if (!isEnough(found, request.minBytes) && request.maxWait > 0) {
      found = await waited(parts, request, hurried);
    }
    out.int32(0);
    if (version >= 7) out.int16(errorCode.none).int32(NO_SESSION);
    out.array(found, ({ topic, partitions }) => {
      out.string(topic).array(partitions, (one) => writeFound(one, version, out));
    });
  },
});

const readRequest = (version: number, body: WireReader) => {
  body.int32();
  const maxWait = Math.min(body.int32(), MAX_WAIT_MS);
  const minBytes = body.int32();
  const maxBytes = Math.min(body.int32(), MAX_ANSWER_BYTES);
  body.int8();
  if (version >= 7) {
    body.int32();
    body.int32();
  }
  const topics = body.array(() => ({
    topic: body.string(),
    partitions: body.array(() => readWanted(version, body)),
  }));
  return { maxWait, minBytes, maxBytes, topics };
};

const readWanted = (version: number, body: WireReader): Wanted => {
  const partition = body.int32();
  if (version >= 9) body.int32();
  const offset = body.int64();
  if (version >= 5) body.int64();
  return { partition, offset, maxBytes: body.int32() };
};

const sizeOf = (batches: readonly Buffer[]): number => batches.reduce((sum, { length }) => sum + length, 0);

const find = ({ topics, records }: BrokerParts, request: FetchRequest): Answer => {
  let left = request.maxBytes;
  return request.topics.map(({ topic: name, partitions }) => ({
    topic: name,
    partitions: partitions.map(({ partition, offset, maxBytes }): Found => {
      const topic = topics.get(name);
      const end = topic?.ends[partition];
      if (!topic || end === undefined) {
        return { partition, error: errorCode.unknownTopicOrPartition, end: -1, batches: [] };
      }
      if (offset < 0 || offset > end) return { partition, error: errorCode.offsetOutOfRange, end, batches: [] };
      const batches = left > 0 ? records.read(topic, partition, offset, Math.min(left, maxBytes)) : [];
      left -= sizeOf(batches);
      return { partition, error: errorCode.none, end, batches };
    }),
  }));
};

/** An error is worth telling at once. */
const isEnough = (found: Answer, minBytes: number): boolean => {
  const all = found.flatMap(({ partitions }) => partitions);
  return (
    all.some(({ error }) => error !== errorCode.none) ||
    all.reduce((sum, { batches }) => sum + sizeOf(batches), 0) >= minBytes
  );
};

const waited = async (parts: BrokerParts, request: FetchRequest, hurried: ApiRequest['hurried']): Promise<Answer> => {
  const over = Promise.withResolvers<Answer>();
  const finish = () => over.resolve(find(parts, request));
  const lookAgain = () => {
    const found = find(parts, request);
    if (isEnough(found, request.minBytes)) over.resolve(found);
  };
  const patience = setTimeout(finish, request.maxWait);
  const forget = request.topics.map(({ topic }) => parts.records.onAppend(topic, lookAgain));
  void hurried.then(finish);
  const found = await over.promise;
  clearTimeout(patience);
  for (const one of forget) one();
  return found;
};

const writeFound = ({ partition, error, end, batches }: Found, version: number, out: WireWriter): void => {
  out.int32(partition).int16(error).int64(end).int64(end);
  if (version >= 5) out.int64(0);
  out.int32(0);
  if (version >= 11) out.int32(NO_REPLICA);
  out.joined(batches);
};
