import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from '../bundles.ts';
import { bunkoApp } from '../bunko-app.ts';
import { stageOf } from '../stages.ts';
import { candidateOf, releaseOf } from './differences.ts';
import { templatesOf } from './templates.ts';

// Keeps what the stage `prod` is now as the last release: later templates are held against it.
buildBundles();
const release = releaseOf(candidateOf(templatesOf(bunkoApp(stageOf('prod')))));
writeFileSync(join(import.meta.dirname, 'prod.json'), `${JSON.stringify(release, null, 1)}\n`);
console.log(`${Object.keys(release.stateful).length} stateful resources, ${Object.keys(release.roles).length} roles`);
