import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { catalog } from '../events/catalog.ts';

const root = join(import.meta.dirname, '..');
const DECLARED = /reducer: '([^']*)'/;

/** An aggregate that is kept as snapshots: the hash its file declares, and the one its source has now. */
export interface Reducer {
  file: string;
  declared: string;
  computed: string;
}

/** The code of a reducer with everything of ours it imports; comments, types and the declared hash do not count. */
const codeOf = (file: string): string => {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    minifyWhitespace: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return outputFiles.map(({ text }) => text.replace(/reducer:"[^"]*"/, '')).join();
};

/** What a reducer folds depends on the versions of its events too. */
const eventsOf = (code: string) =>
  catalog.filter(({ type }) => code.includes(type)).map(({ type, schemaVersion }) => `${type}@${schemaVersion}`);

const hashOf = (file: string): string => {
  const code = codeOf(file);
  return createHash('sha256')
    .update([code, ...eventsOf(code)].join('\n'))
    .digest('hex')
    .slice(0, 12);
};

/** Every aggregate that declares a reducer. */
export const reducers = (): readonly Reducer[] =>
  globSync('functions/*/domain/**/*.ts', { cwd: root })
    .toSorted()
    .flatMap((file) => {
      const declared = DECLARED.exec(readFileSync(join(root, file), 'utf8'))?.[1];
      return declared === undefined ? [] : [{ file, declared, computed: hashOf(file) }];
    });

/** `node scripts/reducers.ts` writes the hashes into the files. */
if (import.meta.main)
  for (const { file, declared, computed } of reducers()) {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(DECLARED, `reducer: '${computed}'`));
    console.log(`${file}: ${declared === computed ? 'unchanged' : `${declared} → ${computed}`}`);
  }
