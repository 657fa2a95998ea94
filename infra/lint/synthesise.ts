import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bunkoApp } from '../bunko-app.ts';
import type { Stage } from '../stages.ts';
import { withoutCopies } from '../without-copies.ts';
import { type StackTemplate, variantName } from './variants.ts';

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
