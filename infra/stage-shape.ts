import * as z from 'zod';

/** Replicas of each partition, on brokers in as many zones. */
export const REPLICAS = 3;

/** A cluster of ours on MSK, with brokers of a size that somebody chose. */
const ProvisionedCluster = z.object({
  kind: z.literal('msk-provisioned'),
  brokerType: z.string().regex(/^kafka\.[a-z0-9]+\.[a-z0-9]+$/),
  /** As many in each of three zones. */
  brokers: z.number().int().positive().multipleOf(REPLICAS),
  /** KRaft: Kafka 4 has nothing else. */
  kafkaVersion: z.string().regex(/^\d+\.\d+\.x\.kraft$/),
  /** Disk of each broker; it can grow later, never shrink. */
  volumeGiB: z.number().int().min(1).max(16_384),
  monitoring: z.enum(['DEFAULT', 'PER_BROKER', 'PER_TOPIC_PER_BROKER', 'PER_TOPIC_PER_PARTITION']),
});

/** Where the Kafka of a stage comes from. */
export const KafkaCluster = z.discriminatedUnion('kind', [
  /** A cluster of ours on MSK Serverless, in isolated subnets. */
  z.object({ kind: z.literal('msk-serverless') }),
  ProvisionedCluster,
  /** Brokers that exist already; their addresses are the template parameter `KafkaBrokers`. */
  z.object({
    kind: z.literal('brokers'),
    /** `scram`: TLS, and the user and password of the secret whose ARN is the template parameter `KafkaUserArn`. */
    authentication: z.enum(['none', 'scram']).default('none'),
    /** Behind the network of the template parameters `KafkaSubnets` and `KafkaSecurityGroup`; otherwise in public. */
    inVpc: z.boolean().default(false),
  }),
  /** The cluster of another stage, which tells where it is; topics and groups are kept apart by their prefix. */
  z.object({ kind: z.literal('shared'), of: z.string() }),
]);
export type KafkaCluster = z.infer<typeof KafkaCluster>;
export type ProvisionedCluster = z.infer<typeof ProvisionedCluster>;

const KafkaBackbone = z.object({
  kind: z.literal('kafka'),
  cluster: KafkaCluster,
  /** Ephemeral stages share a cluster by prefix. */
  topicPrefix: z.string().regex(/^[a-z0-9.-]*$/),
  /** Provisioned pollers of all mappings together; they share one group. */
  pollers: z.object({ minimum: z.number().int().positive(), maximum: z.number().int().positive() }),
});
export type KafkaBackbone = z.infer<typeof KafkaBackbone>;

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
export type AddressLimits = z.infer<typeof AddressLimits>;

/** The site, and the API under the same name, behind a CDN. */
const Hosting = z.object({
  /** A name of one's own; without it CloudFront gives one. The certificate is in us-east-1, as CloudFront asks for. */
  domain: z
    .object({
      name: z.string(),
      certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:/),
      hostedZone: z.object({ id: z.string(), name: z.string() }),
    })
    .optional(),
});

export type Hosting = z.infer<typeof Hosting>;

export const Stage = z.object({
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
  /** Absent where something else serves the site: a laptop, or the developer's own server. */
  hosting: Hosting.optional(),
  /** Who takes the money of the shop; Stripe needs its secret key as a parameter. */
  payments: z.enum(['simulated', 'stripe']).default('simulated'),
});
export type Stage = z.infer<typeof Stage>;
/** A stage as it is written down: what has a default may be left out. */
export type StageData = z.input<typeof Stage>;
