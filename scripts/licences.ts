import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPermissive } from './licences/permissive.ts';
import { licencesPage, productionDependencies } from './licences/production.ts';

/** Writes `docs/licences.md`; ends with 1 when a licence is not permissive. */
const dependencies = productionDependencies();
writeFileSync(resolve(import.meta.dirname, '../docs/licences.md'), licencesPage(dependencies));
for (const { name, version, licence = 'none' } of dependencies)
  if (!isPermissive(licence)) {
    console.error(`${name} ${version}: the licence ${licence} is not known to be permissive`);
    process.exitCode = 1;
  }
