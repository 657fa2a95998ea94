import { buildBundles, bundleSizes } from '../infra/bundles.ts';

/** A bundle above this, compressed, makes cold starts slow; the command fails on it. */
const MOST_GZIP_BYTES = 300 * 1024;

buildBundles();
const sizes = bundleSizes().toSorted((a, b) => b.gzip - a.gzip);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`.padStart(8);
for (const { entry, bytes, gzip } of sizes) console.log(`${kilobytes(gzip)} gzip ${kilobytes(bytes)}  ${entry}`);
const tooLarge = sizes.filter(({ gzip }) => gzip > MOST_GZIP_BYTES);
console.log(
  `${sizes.length} bundles, largest ${kilobytes(sizes[0]?.gzip ?? 0).trim()}, limit ${kilobytes(MOST_GZIP_BYTES).trim()}`,
);
if (tooLarge.length > 0) {
  console.error(`too large: ${tooLarge.map(({ entry }) => entry).join(', ')}`);
  process.exitCode = 1;
}
