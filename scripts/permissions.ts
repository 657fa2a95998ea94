import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENDED, permissionFiles } from '../tests/support/permission-files.ts';
import { assemblyOfJourneys, comparedWith } from './permissions/facts.ts';
import { findingText } from './permissions/finding-text.ts';
import { readRecorded } from './permissions/recorded.ts';
import { reportOf } from './permissions/report.ts';

/** Writes `docs/permissions.md` from the templates and what the last run of the journeys did; says what differs. */
const root = resolve(import.meta.dirname, '..');
const journeys = readRecorded(permissionFiles, ENDED);
const result = comparedWith(await assemblyOfJourneys(root), journeys);
for (const finding of result.findings) console.log(findingText(finding));
console.log(
  `${journeys.length} files of journeys, ${result.accounts.length} permissions, ${result.findings.length} findings`,
);
if (journeys.every(({ isWhole }) => isWhole)) writeFileSync(resolve(root, 'docs/permissions.md'), reportOf(result));
else console.log('No report: some of the journeys did not pass.');
