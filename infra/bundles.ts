import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const place = join(root, '.build', 'functions');

/** What bundles are made of. */
const SOURCES = ['{functions,events}/**/*.ts', 'package-lock.json', 'infra/bundles.ts'];
/** Bundles kept beside the newest: another process may be reading them. */
const KEPT = 3;

/** Every file that is a function: handlers, and beside a projection its query and its maintenance. */
const entryPoints = (): readonly string[] =>
  globSync(['functions/**/handler.ts', 'functions/*/projections/*/{query,maintain}.ts'], { cwd: root }).toSorted();

const hashOfSources = (): string => {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: root, exclude: ['**/*.spec.ts'] }).toSorted())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
};

let built: string | undefined;

/**
 * Bundles all functions; each lands in a folder of its own as `index.js`. What was bundled of the
 * same sources before is taken as it is. Several processes may do this at once.
 */
export const buildBundles = (): void => {
  const directory = join(place, hashOfSources());
  if (!existsSync(directory)) bundleInto(directory);
  built = directory;
};

const bundleInto = (directory: string): void => {
  mkdirSync(place, { recursive: true });
  const draft = mkdtempSync(join(place, 'draft-'));
  bundle(draft);
  try {
    renameSync(draft, directory);
  } catch (error) {
    // Another process was quicker: its bundles are the same.
    if (!existsSync(directory)) throw error;
    rmSync(draft, { recursive: true });
  }
  forgetOld();
};

const forgetOld = (): void => {
  const kept = readdirSync(place)
    .map((name) => ({
      path: join(place, name),
      at: statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .toSorted((a, b) => b.at - a.at);
  for (const { path } of kept.slice(KEPT)) rmSync(path, { recursive: true, force: true });
};

/** In one pass all functions take 3.4 GB of memory, twenty at a time 0.8 GB and no longer. */
const AT_A_TIME = 20;

const bundle = (outdir: string): void => {
  const entries = entryPoints();
  for (let first = 0; first < entries.length; first += AT_A_TIME)
    bundleSome(entries.slice(first, first + AT_A_TIME), outdir);
};

const bundleSome = (entries: readonly string[], outdir: string): void => {
  buildSync({
    absWorkingDir: root,
    entryPoints: entries.map((path) => ({ in: path, out: join(folderOf(path), 'index') })),
    outdir,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    // Loaded in half the time of a module: its built-in modules need no facades, and V8's code of it can be kept (0037).
    format: 'cjs',
    mainFields: ['module', 'main'],
    // docs/decisions/0008-tracing-without-async-hooks.md
    alias: { 'cls-hooked/context': join(root, 'functions/platform/tracing/async-context.ts') },
    logLevel: 'error',
  });
};

const folderOf = (entry: string) => entry.replace(/^functions\//, '').replace(/\.ts$/, '');

/** The folder of a bundle, by its source file, e.g. `functions/lending/commands/borrow/handler.ts`; after `buildBundles`. */
export const bundleOf = (entry: string): string => {
  if (built === undefined) throw new Error('the bundles are not built');
  return join(built, folderOf(entry));
};

/** Every bundle and its size in bytes, as it is and compressed. */
export const bundleSizes = (): readonly { entry: string; bytes: number; gzip: number }[] =>
  entryPoints().map((entry) => {
    const file = join(bundleOf(entry), 'index.js');
    return { entry, bytes: statSync(file).size, gzip: gzipSync(readFileSync(file)).length };
  });
