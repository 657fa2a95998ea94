import type { Api, BrokerParts } from './api.ts';
import { errorCode } from './error-code.ts';
import type { WireReader } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';

const TOPIC = 2;
const BROKER = 4;
const FROM_DEFAULTS = 5;
const STRING = 2;

/** The settings a client may care about, as this broker behaves. */
const settings: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  [TOPIC]: {
    'cleanup.policy': 'delete',
    'compression.type': 'producer',
    'max.message.bytes': '1048588',
    'message.timestamp.type': 'CreateTime',
    'min.insync.replicas': '1',
    'retention.bytes': '-1',
    'retention.ms': '-1',
  },
  [BROKER]: { 'auto.create.topics.enable': 'true', 'log.retention.ms': '-1', 'message.max.bytes': '1048588' },
};

/** The settings of topics and of the broker; none of them can be changed. */
export const describeConfigs = (parts: BrokerParts): Api => ({
  key: 32,
  name: 'DescribeConfigs',
  versions: [0, 3],
  answer({ version, body }, out) {
    const asked = body.array(() => readResource(body));
    out.int32(0).array(asked, ({ type, name, keys }) => {
      const known = type === BROKER || (type === TOPIC && parts.topics.get(name) !== undefined);
      const found = Object.entries(known ? (settings[type] ?? {}) : {});
      const shown = keys ? found.filter(([key]) => keys.includes(key)) : found;
      out
        .int16(known ? errorCode.none : errorCode.unknownTopicOrPartition)
        .string(null)
        .int8(type)
        .string(name);
      out.array(shown, ([key, value]) => writeSetting(key, value, version, out));
    });
  },
});

const readResource = (body: WireReader) => ({
  type: body.int8(),
  name: body.string(),
  keys: body.nullableArray(body.string),
});

const writeSetting = (key: string, value: string, version: number, out: WireWriter): void => {
  const readOnly = true;
  const sensitive = false;
  out.string(key).string(value).boolean(readOnly);
  if (version >= 1) out.int8(FROM_DEFAULTS);
  else out.boolean(true);
  out.boolean(sensitive);
  if (version >= 1) out.int32(0);
  if (version >= 3) out.int8(STRING).string(null);
};
