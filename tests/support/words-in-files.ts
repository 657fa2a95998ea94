import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text as it may lie in a file: as it is, inside base64 at any offset, or in UTF-16. */
const disguises = (text: string): readonly { how: string; bytes: Buffer }[] => [
  { how: 'plain', bytes: Buffer.from(text) },
  { how: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
  ...[0, 1, 2].map((offset) => {
    // The characters of base64 that only the text decides, whatever stands before and after it.
    const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64');
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + Buffer.byteLength(text)) * 8) / 6);
    return { how: `base64 at ${offset}`, bytes: Buffer.from(encoded.slice(from, to)) };
  }),
];

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile());

/** Where in a directory these words are found, however they are written. */
export const found = (directory: string, words: readonly string[]) =>
  filesIn(directory).flatMap((file) => {
    const bytes = readFileSync(file);
    return words.flatMap((word) =>
      disguises(word)
        .filter((disguise) => bytes.includes(disguise.bytes))
        .map(({ how }) => `${word} (${how}) in ${file}`),
    );
  });
