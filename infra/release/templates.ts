import type { App } from 'aws-cdk-lib';
import type { Templates } from './stateful.ts';

/** The templates that an app synthesises to, by the names of the stacks. */
export const templatesOf = (app: App): Templates =>
  Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template]));
