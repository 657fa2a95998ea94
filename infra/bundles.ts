import { globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(root, '.build', 'functions');

/** CommonJS packages inside an ESM bundle still ask for `require`. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Every file that is a function: handlers, and beside a projection its query and its maintenance. */
const entryPoints = (): readonly string[] =>
  globSync(['functions/**/handler.ts', 'functions/*/projections/*/{query,maintain}.ts'], { cwd: root }).toSorted();

/** Bundles all functions in one esbuild pass; each lands in a folder of its own as `index.mjs`. */
export const buildBundles = (): void => {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: entryPoints().map((path) => ({ in: path, out: join(folderOf(path), 'index') })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // docs/decisions/0008-tracing-without-async-hooks.md
    alias: { 'cls-hooked/context': join(root, 'functions/platform/tracing/async-context.ts') },
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
};

const folderOf = (entry: string) => entry.replace(/^functions\//, '').replace(/\.ts$/, '');

/** The folder of a bundle, by its source file, e.g. `functions/lending/commands/borrow/handler.ts`. */
export const bundleOf = (entry: string): string => join(outDir, folderOf(entry));

/** Every bundle and its size in bytes, as it is and compressed. */
export const bundleSizes = (): readonly { entry: string; bytes: number; gzip: number }[] =>
  entryPoints().map((entry) => {
    const file = join(bundleOf(entry), 'index.mjs');
    return { entry, bytes: statSync(file).size, gzip: gzipSync(readFileSync(file)).length };
  });
