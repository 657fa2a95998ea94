import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PinnedJars, sha256 } from './pinned-jars.ts';

const SIDE_BY_SIDE = 8;
const TRIES = 3;
const PAUSE_MS = 500;

/** Fetches pinned jars from a Maven repository into a directory; rejects, naming the file, when one does not come. */
export const downloadJars = async (repository: string, jars: PinnedJars, directory: string): Promise<void> => {
  const waiting = Object.entries(jars);
  const fetchNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, sum] = next;
      writeFileSync(join(directory, basename(path)), await download(`${repository}/${path}`, sum));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, fetchNext));
};

const download = async (url: string, sum: string): Promise<Buffer> => {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (sha256(bytes) !== sum) throw new Error(`${url} is not the pinned file`);
      return bytes;
    } catch (error) {
      if (tries === TRIES) throw new Error(`${url} could not be fetched`, { cause: error });
      await pause(PAUSE_MS * tries);
    }
  }
};
