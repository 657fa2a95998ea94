import { type AddressLimits, Stage, type StageData } from './stage-shape.ts';

export type { KafkaBackbone, Stage } from './stage-shape.ts';

/** Room for a school behind one address, none for who tries passwords. */
const publicLimits: AddressLimits = {
  register: { most: 60, seconds: 3600 },
  login: { most: 150, seconds: 900 },
  refresh: { most: 1500, seconds: 900 },
  'sign-in-with': { most: 300, seconds: 900 },
};
/** So high that load can be tried. */
const asGoodAsNone = { most: 100_000, seconds: 60 };

/** A stage of one machine, with the brokers beside it. */
const offline = (name: string, issuer: string): StageData => ({
  name,
  issuer,
  backbone: {
    kind: 'kafka',
    cluster: { kind: 'brokers' },
    topicPrefix: 'bunko.',
    pollers: { minimum: 1, maximum: 1 },
  },
  keepsData: false,
  logRetentionDays: 1,
  alarms: false,
  secureCookies: false,
  mailDomain: 'bunko.test',
  addressLimits: {
    register: asGoodAsNone,
    login: asGoodAsNone,
    refresh: asGoodAsNone,
    'sign-in-with': asGoodAsNone,
  },
});

const stages: Readonly<Record<string, StageData>> = {
  local: offline('local', 'http://localhost:4000'),
  emulator: offline('emulator', 'http://127.0.0.1:4566'),
  dev: {
    name: 'dev',
    backbone: { kind: 'eventbridge' },
    keepsData: false,
    logRetentionDays: 7,
    alarms: false,
    secureCookies: true,
    mailDomain: 'dev.bunko.example',
    issuer: 'https://dev.bunko.example',
    site: 'https://dev.bunko.example',
    addressLimits: publicLimits,
    hosting: {},
  },
  staging: {
    name: 'staging',
    backbone: {
      kind: 'kafka',
      cluster: { kind: 'msk-serverless' },
      topicPrefix: 'bunko.',
      pollers: { minimum: 1, maximum: 2 },
    },
    keepsData: false,
    logRetentionDays: 30,
    alarms: true,
    secureCookies: true,
    mailDomain: 'staging.bunko.example',
    issuer: 'https://staging.bunko.example',
    site: 'https://staging.bunko.example',
    addressLimits: publicLimits,
    hosting: {},
  },
  prod: {
    name: 'prod',
    backbone: {
      kind: 'kafka',
      cluster: { kind: 'msk-serverless' },
      topicPrefix: 'bunko.',
      pollers: { minimum: 1, maximum: 10 },
    },
    keepsData: true,
    logRetentionDays: 365,
    alarms: true,
    secureCookies: true,
    mailDomain: 'bunko.example',
    issuer: 'https://bunko.example',
    site: 'https://bunko.example',
    addressLimits: publicLimits,
    hosting: {},
  },
};

/** The stages that are written down; beside them there is `dev-<name>` for everybody who develops. */
export const stageNames = Object.keys(stages);

const DEVELOPER = /^dev-[a-z][a-z0-9]{0,11}$/;
/** The stage whose cluster the stages of developers share when they want Kafka. */
const SHARED_CLUSTER_OF = 'staging';

/** A stage of one developer: as `dev` is, under a name of its own; nothing outlives it, and its site runs on a laptop. */
const developerStage = (name: string): StageData => {
  const { dev } = stages;
  if (!dev) throw new Error('there is no stage dev to derive one from');
  const { site: _site, hosting: _hosting, ...rest } = dev;
  const ownDomain = `${name.slice('dev-'.length)}.${dev.mailDomain}`;
  return { ...rest, name, keepsData: false, alarms: false, mailDomain: ownDomain, issuer: `https://${ownDomain}` };
};

/** Its own topics and groups in the cluster of another stage. */
const sharedKafka = (name: string): StageData['backbone'] => ({
  kind: 'kafka',
  cluster: { kind: 'shared', of: SHARED_CLUSTER_OF },
  topicPrefix: `bunko.${name.slice('dev-'.length)}.`,
  pollers: { minimum: 1, maximum: 1 },
});

const isDeveloper = (name: string): boolean => DEVELOPER.test(name);
const named = (name: string): StageData | undefined =>
  Object.hasOwn(stages, name) ? stages[name] : isDeveloper(name) ? developerStage(name) : undefined;

/** Whether there is such a stage. */
export const isStageName = (name: string): boolean => named(name) !== undefined;

/** A stage by name; `backbone` puts the other backbone in its place. Throws for a name or a backbone nobody knows. */
export const stageOf = (name: string, backbone?: string): Stage => {
  const known = named(name);
  if (!known) throw new Error(`no stage ${name}; there are: ${stageNames.join(', ')}, dev-<name>`);
  if (backbone === undefined || backbone === known.backbone.kind) return Stage.parse(known);
  if (backbone === 'eventbridge') return Stage.parse({ ...known, backbone: { kind: 'eventbridge' } });
  if (backbone === 'kafka' && isDeveloper(name)) return Stage.parse({ ...known, backbone: sharedKafka(name) });
  throw new Error(`the stage ${name} cannot have the backbone ${backbone}`);
};
