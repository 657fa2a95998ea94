import type { Stage } from '../stages.ts';
import { stageNames, stageOf } from '../stages.ts';

/** What CloudFormation gets for one stack. */
export interface Template {
  Resources?: Readonly<Record<string, unknown>>;
  Parameters?: Readonly<Record<string, unknown>>;
  Conditions?: Readonly<Record<string, unknown>>;
  Mappings?: Readonly<Record<string, unknown>>;
  Outputs?: Readonly<Record<string, unknown>>;
  [section: string]: unknown;
}

/** A template and where it comes from. */
export interface StackTemplate {
  stage: string;
  /** e.g. `staging on eventbridge` */
  variant: string;
  stack: string;
  template: Template;
}

/** Everything that can be deployed: each stage with its own backbone, and with the bus in its place. */
export const variants: readonly Stage[] = stageNames.flatMap((name) => {
  const own = stageOf(name);
  return own.backbone.kind === 'eventbridge' ? [own] : [own, stageOf(name, 'eventbridge')];
});

export const variantName = ({ name, backbone }: Stage): string => `${name} on ${backbone.kind}`;
