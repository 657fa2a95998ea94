import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '../..');

const Package = z.object({
  version: z.string(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
});
const LockFile = z.object({ packages: z.record(z.string(), z.unknown()) });
const Manifest = z.object({ license: z.string().optional() });

/** A package that is part of what runs. */
export interface Dependency {
  name: string;
  version: string;
  /** As an SPDX expression; undefined when the package names none. */
  licence: string | undefined;
}

/** The package's own word; of an optional one that was made for another machine, the lock file's. */
const licenceOf = (path: string, fromLock: string | undefined): string | undefined => {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).license : fromLock;
};

const MODULES = 'node_modules/';

/** Every production dependency along the lock file, direct or not, by name. Throws for one that is not installed. */
export const productionDependencies = (): readonly Dependency[] => {
  const { packages } = LockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, entry]) => {
      const { version, license, dev, optional } = Package.parse(entry);
      if (dev) return [];
      if (!optional && !existsSync(join(root, path))) throw new Error(`${path} is not installed: npm ci`);
      const name = path.slice(path.lastIndexOf(MODULES) + MODULES.length);
      return [{ name, version, licence: licenceOf(path, license) }];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** The page in `docs/`. */
export const licencesPage = (dependencies: readonly Dependency[]): string => {
  const rows = dependencies.map(({ name, version, licence = 'none' }) => `| ${name} | ${version} | ${licence} |`);
  return [
    '# Licences of what runs',
    '',
    'Every production dependency along `package-lock.json`, direct or not. Written by `npm run licences`, which fails for a',
    'licence that is not permissive; a test keeps this page current.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
};
