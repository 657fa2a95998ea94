import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Stage } from './stages.ts';

/** Physical names follow from the stage, so that stacks need not export them to each other. */
export const nameIn = ({ name }: Stage, what: string): string => `bunko-${name}-${what}`;

/** Bucket names are the world's, so the account and the region are part of it. */
export const commitsBucket = (scope: IConstruct, stage: Stage): string =>
  `${nameIn(stage, 'commits')}-${Stack.of(scope).account}-${Stack.of(scope).region}`;

export const tableArn = (scope: IConstruct, tableName: string): string =>
  Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });

/** A group for each topic: members of one group that subscribe to different topics unsettle the clients' assignors. */
export const groupOf = (stage: Stage, listener: string, category: string): string =>
  nameIn(stage, `${listener}-${category}`);

/** Where a stack keeps a value for the others of its stage. */
export const toldAt = (stageName: string, value: string): string => `/bunko/${stageName}/told/${value}`;

export const busArn = (scope: IConstruct, stage: Stage): string =>
  Stack.of(scope).formatArn({ service: 'events', resource: 'event-bus', resourceName: nameIn(stage, 'events') });

/** How the CDN says to the API its word and whom it saw; `viewer-address.ts` of the accounts listens. */
export const frontDoorHeaders = { word: 'x-bunko-front-door', viewer: 'x-bunko-viewer' } as const;

/** The secret that the CDN says to the API with each request. */
export const frontDoorWord = (stage: Stage): string => nameIn(stage, 'front-door');

/** Where an operator writes the settings of identity providers, each as JSON under its name. */
export const providerSettings = ({ name }: Stage): string => `/bunko/${name}/sign-in-with`;

/** Where an operator writes the secret key of Stripe, as a SecureString. */
export const stripeSecret = ({ name }: Stage): string => `/bunko/${name}/payments/stripe-secret-key`;
