import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pinned from './jars.json' with { type: 'json' };

/** Path in a Maven repository → SHA-256 of the file. */
export type PinnedJars = Readonly<Record<string, string>>;

/** Everything on the class path of Apache Kafka and its console tools. */
export const kafkaJars: PinnedJars = pinned;

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Why the files of a directory are not the pinned ones; undefined when they are. */
export const differenceTo = (jars: PinnedJars, directory: string): string | undefined => {
  const sums = new Map(Object.entries(jars).map(([path, sum]) => [basename(path), sum]));
  const present = readdirSync(directory);
  const missing = [...sums.keys()].find((name) => !present.includes(name));
  if (missing) return `${missing} is missing`;
  const wrong = present.find((name) => sums.get(name) !== sha256(readFileSync(join(directory, name))));
  return wrong && `${wrong} is not the pinned file`;
};
