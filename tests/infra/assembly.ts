import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { buildBundles } from '../../infra/bundles.ts';
import { bunkoApp } from '../../infra/bunko-app.ts';
import { type Stage, stageOf } from '../../infra/stages.ts';
import { withoutCopies } from '../../infra/without-copies.ts';

export interface Resource {
  stack: string;
  logicalId: string;
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}
export interface StackTemplate {
  stackName: string;
  template: { Resources?: Record<string, Omit<Resource, 'stack' | 'logicalId'>>; Outputs?: Record<string, unknown> };
}

let isBuilt = false;

/** Where an app puts its assembly, for its templates to be looked at; the bundles are there. */
export const scratchAssembly = (): { outdir: string; context: Record<string, unknown> } => {
  if (!isBuilt) buildBundles();
  isBuilt = true;
  return { outdir: mkdtempSync(join(tmpdir(), 'bunko-assembly-')), context: withoutCopies };
};

/** The templates of a stage, as CloudFormation gets them; with these settings in place of its own. */
export const stacksOf = (stage: string, backbone?: string, settings: Partial<Stage> = {}): readonly StackTemplate[] =>
  bunkoApp({ ...stageOf(stage, backbone), ...settings }, scratchAssembly()).synth().stacks;

/** The templates of an app that has been put together by hand. */
export const templatesIn = (app: App): readonly StackTemplate[] => app.synth().stacks;

export const resourcesIn = (stacks: readonly StackTemplate[]): readonly Resource[] =>
  stacks.flatMap(({ stackName, template }) =>
    Object.entries(template.Resources ?? {}).map(([logicalId, resource]) => ({
      ...resource,
      Properties: resource.Properties ?? {},
      stack: stackName,
      logicalId,
    })),
  );

/** Every resource of a stage. */
export const resourcesOf = (stage: string, backbone?: string, settings: Partial<Stage> = {}): readonly Resource[] =>
  resourcesIn(stacksOf(stage, backbone, settings));
