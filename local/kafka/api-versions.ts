import type { Api } from './api.ts';
import { errorCode } from './error-code.ts';
import type { WireWriter } from './wire-writer.ts';

export const API_VERSIONS_KEY = 18;
const VERSIONS = [0, 3] as const;
const NO_TAGS = 0;

/** How every client opens the talk: which APIs are there, and in which versions. */
export const apiVersions = (others: readonly Api[]): Api => ({
  key: API_VERSIONS_KEY,
  name: 'ApiVersions',
  versions: VERSIONS,
  answer({ version }, out) {
    out.int16(errorCode.none);
    if (version < 3) {
      list(others, out);
      if (version >= 1) out.int32(0);
    } else {
      flexibleList(others, out);
    }
  },
});

/** The answer to a version that is not known has to be in the form of version 0: the client can read no other. */
export const refuseApiVersions = (others: readonly Api[], out: WireWriter): void => {
  out.int16(errorCode.unsupportedVersion);
  list(others, out);
};

const rangesOf = (others: readonly Api[]) => [
  ...others.map(({ key, versions }) => [key, ...versions] as const),
  [API_VERSIONS_KEY, ...VERSIONS] as const,
];

const list = (others: readonly Api[], out: WireWriter) =>
  out.array(rangesOf(others), ([key, lowest, highest]) => out.int16(key).int16(lowest).int16(highest));

const flexibleList = (others: readonly Api[], out: WireWriter): void => {
  const ranges = rangesOf(others);
  // A compact array says its length plus one, as a varint of one byte up to 126 items.
  out.int8(ranges.length + 1);
  for (const [key, lowest, highest] of ranges) out.int16(key).int16(lowest).int16(highest).int8(NO_TAGS);
  out.int32(0).int8(NO_TAGS);
};
