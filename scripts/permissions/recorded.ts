import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { RecordedLine } from '../../local/iam/permission-record.ts';

const Ended = z.object({ tests: z.number(), passed: z.number() });

/** What the systems of one file of journeys did with their permissions. */
export interface RecordedJourney {
  name: string;
  /** All its tests ran and passed. */
  isWhole: boolean;
  lines: readonly RecordedLine[];
}

const endedOf = (file: string) => (existsSync(file) ? Ended.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined);

/** A process that was killed may have left half a line, which is the last. */
const linesOf = (file: string): RecordedLine[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => RecordedLine.parse(JSON.parse(line)));

/** Reads the notes of the last run: a folder for each file of journeys; `ended` is the file that says how it ended. */
export const readRecorded = (directory: string, ended: string): readonly RecordedJourney[] =>
  (existsSync(directory) ? readdirSync(directory) : []).toSorted().map((name) => {
    const folder = join(directory, name);
    const result = endedOf(join(folder, ended));
    return {
      name,
      isWhole: result !== undefined && result.tests === result.passed,
      lines: readdirSync(folder)
        .filter((file) => file.endsWith('.jsonl'))
        .flatMap((file) => linesOf(join(folder, file))),
    };
  });
