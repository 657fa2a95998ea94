import { buildBundles } from '../bundles.ts';
import { cfnLint, installCfnLint, needlessOf, unexpectedOf } from './cfn-lint.ts';
import { synthesise } from './synthesise.ts';
import { unseenOf } from './unseen.ts';
import { type StackTemplate, variantName, variants } from './variants.ts';

// npm run lint:templates: synthesises every stage, which cdk-nag checks, and lets cfn-lint look at the templates. Needs Python 3.
const timed = async <T>(what: string, work: () => T): Promise<Awaited<T>> => {
  const begun = performance.now();
  const done = await work();
  console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  return done;
};
const resourcesIn = (templates: readonly StackTemplate[]): number =>
  templates.reduce((sum, { template }) => sum + Object.keys(template.Resources ?? {}).length, 0);

await timed('bundles of all functions', buildBundles);
const templates: StackTemplate[] = [];
for (const stage of variants) templates.push(...(await timed(variantName(stage), () => synthesise(stage))));
const unseen = unseenOf(templates);
const programs = await timed('cfn-lint installed', () => installCfnLint('python3'));
const findings = await timed(
  `cfn-lint: ${resourcesIn(unseen)} of ${resourcesIn(templates)} resources in ${templates.length} templates; the others are the same but for the stage`,
  () => cfnLint(programs, unseen),
);
const unexpected = unexpectedOf(findings);
for (const { variant, stack, rule, at, message } of unexpected)
  console.error(`${variant}: ${stack}/${at}: ${rule} ${message}`);
const needless = needlessOf(findings);
for (const rule of needless) console.error(`infra/lint/exceptions.ts: nothing needs ${rule} any more`);
console.log(`${unexpected.length} findings, ${findings.length - unexpected.length} that are meant`);
if (unexpected.length + needless.length > 0) process.exitCode = 1;
