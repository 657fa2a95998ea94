import * as z from 'zod';

/** Where the Kafka of a stage comes from. */
const KafkaBackbone = z.object({
  kind: z.literal('kafka'),
  cluster: z.discriminatedUnion('kind', [
    /** A cluster of ours on MSK Serverless, in isolated subnets. */
    z.object({ kind: z.literal('msk-serverless') }),
    /** Brokers that exist already; their addresses are the template parameter `KafkaBrokers`. */
    z.object({ kind: z.literal('brokers') }),
  ]),
  /** Ephemeral stages share a cluster by prefix. */
  topicPrefix: z.string().regex(/^[a-z0-9.-]*$/),
  /** Provisioned pollers of all mappings together; they share one group. */
  pollers: z.object({ minimum: z.number().int().positive(), maximum: z.number().int().positive() }),
});

/** Everything goes over the bus; costs nothing when idle. */
const EventBridgeBackbone = z.object({ kind: z.literal('eventbridge') });

/** How many requests one address may send in each window of so many seconds. */
const Allowance = z.object({ most: z.number().int().positive(), seconds: z.number().int().positive() });

/** What begins or continues sessions is limited by address, beside the limit of failures by account. */
const AddressLimits = z.object({
  register: Allowance,
  login: Allowance,
  refresh: Allowance,
  'sign-in-with': Allowance,
});

const Stage = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
  backbone: z.discriminatedUnion('kind', [KafkaBackbone, EventBridgeBackbone]),
  /** Whether tables and keys outlive the stacks. */
  keepsData: z.boolean(),
  logRetentionDays: z.union([z.literal(1), z.literal(7), z.literal(30), z.literal(90), z.literal(365)]),
  alarms: z.boolean(),
  /** Limits of borrowing beyond the items at once; one that is absent does not apply. */
  lending: z
    .object({
      openLoansPerMember: z.number().int().positive().optional(),
      loansPerDay: z.number().int().positive().optional(),
    })
    .default({}),
  /** The refresh cookie is sent over TLS only. */
  secureCookies: z.boolean(),
  /** The domain that mails come from. */
  mailDomain: z.string(),
  /** `iss` of the access tokens. */
  issuer: z.url(),
  /** Where browsers find the site; without it, wherever they asked: anybody may move the port of a laptop. */
  site: z.url().optional(),
  addressLimits: AddressLimits,
  /** Who takes the money of the shop; Stripe needs its secret key as a parameter. */
  payments: z.enum(['simulated', 'stripe']).default('simulated'),
});
export type Stage = z.infer<typeof Stage>;
export type KafkaBackbone = z.infer<typeof KafkaBackbone>;

/** Room for a school behind one address, none for who tries passwords. */
const publicLimits: z.input<typeof AddressLimits> = {
  register: { most: 60, seconds: 3600 },
  login: { most: 150, seconds: 900 },
  refresh: { most: 1500, seconds: 900 },
  'sign-in-with': { most: 300, seconds: 900 },
};
/** So high that load can be tried. */
const asGoodAsNone = { most: 100_000, seconds: 60 };

const stages: Readonly<Record<string, z.input<typeof Stage>>> = {
  local: {
    name: 'local',
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
    issuer: 'http://localhost:4000',
    addressLimits: {
      register: asGoodAsNone,
      login: asGoodAsNone,
      refresh: asGoodAsNone,
      'sign-in-with': asGoodAsNone,
    },
  },
  emulator: {
    name: 'emulator',
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
    issuer: 'http://127.0.0.1:4566',
    addressLimits: {
      register: asGoodAsNone,
      login: asGoodAsNone,
      refresh: asGoodAsNone,
      'sign-in-with': asGoodAsNone,
    },
  },
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
  },
};

export const stageNames = Object.keys(stages);

/** A stage by name; `backbone` puts the other backbone in its place. Throws for a name or a backbone nobody knows. */
export const stageOf = (name: string, backbone?: string): Stage => {
  const known = stages[name];
  if (!known) throw new Error(`no stage ${name}; there are: ${stageNames.join(', ')}`);
  if (backbone === undefined || backbone === known.backbone.kind) return Stage.parse(known);
  if (backbone === 'eventbridge') return Stage.parse({ ...known, backbone: { kind: 'eventbridge' } });
  throw new Error(`the stage ${name} cannot have the backbone ${backbone}`);
};
