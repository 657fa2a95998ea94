import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { buildBundles } from './bundles.ts';
import { bunkoApp } from './bunko-app.ts';
import { stageOf } from './stages.ts';

// Only for what the CDK reads of the context; without this it would write an assembly of its own at exit.
const context = new App({ autoSynth: false }).node;
const stage: unknown = context.tryGetContext('stage');
const backbone: unknown = context.tryGetContext('backbone');

buildBundles();
const site = fileURLToPath(new URL('../web/dist', import.meta.url));
bunkoApp(stageOf(String(stage ?? 'dev'), typeof backbone === 'string' ? backbone : undefined), { site }).synth();
