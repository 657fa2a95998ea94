import { App } from 'aws-cdk-lib';
import { buildBundles } from './bundles.ts';
import { bunkoApp } from './bunko-app.ts';
import { stageOf } from './stages.ts';

const context = new App().node;
const stage: unknown = context.tryGetContext('stage');
const backbone: unknown = context.tryGetContext('backbone');

buildBundles();
bunkoApp(stageOf(String(stage ?? 'dev'), typeof backbone === 'string' ? backbone : undefined)).synth();
