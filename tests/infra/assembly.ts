import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles } from '../../infra/bundles.ts';
import { bunkoApp } from '../../infra/bunko-app.ts';
import { type Stage, stageOf } from '../../infra/stages.ts';

export interface Resource {
  stack: string;
  logicalId: string;
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}

let isBuilt = false;

/** Every resource of a stage, as CloudFormation gets it; with these settings in place of its own. */
export const resourcesOf = (stage: string, backbone?: string, settings: Partial<Stage> = {}): readonly Resource[] => {
  if (!isBuilt) buildBundles();
  isBuilt = true;
  const outdir = mkdtempSync(join(tmpdir(), 'bunko-assembly-'));
  const { stacks } = bunkoApp({ ...stageOf(stage, backbone), ...settings }, { outdir }).synth();
  return stacks.flatMap(({ stackName, template }) =>
    Object.entries<Omit<Resource, 'stack' | 'logicalId'>>(template.Resources ?? {}).map(([logicalId, resource]) => ({
      ...resource,
      Properties: resource.Properties ?? {},
      stack: stackName,
      logicalId,
    })),
  );
};
