import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { bunkoApp } from '../bunko-app.ts';
import type { Stage } from '../stages.ts';
import { type StackTemplate, variantName } from './variants.ts';

/** A template names its bundles and is the same without copies of them, which take longer than all else. */
const withoutCopies = { [DISABLE_ASSET_STAGING_CONTEXT]: true };

/** The templates of a stage, checked by cdk-nag; without copies of the bundles, which must be built. Throws where cdk-nag finds something. */
export const synthesise = (stage: Stage): readonly StackTemplate[] => {
  const outdir = mkdtempSync(join(tmpdir(), 'bunko-lint-'));
  try {
    const { stacks } = bunkoApp(stage, { outdir, context: withoutCopies }).synth();
    return stacks.map(({ stackName, template }) => ({
      stage: stage.name,
      variant: variantName(stage),
      stack: stackName,
      template,
    }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
};
