/** List prices in us-east-1, dollars, without free tiers, volume discounts and savings plans. */
export const pricesOf = { region: 'us-east-1', day: '2026-11-21' } as const;

/** One line of a price list: so many dollars for each `per` units. */
export interface Price {
  dollars: number;
  per: number;
  unit: string;
  source: string;
}

const price = (dollars: number, per: number, unit: string, source: string): Price => ({ dollars, per, unit, source });
const MILLION = 1_000_000;

const lambda = 'https://aws.amazon.com/lambda/pricing/';
const dynamodb = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const msk = 'https://aws.amazon.com/msk/pricing/';
const cloudwatch = 'https://aws.amazon.com/cloudwatch/pricing/';
const kms = 'https://aws.amazon.com/kms/pricing/';

export const prices = {
  'http-api': price(1, MILLION, 'requests', 'https://aws.amazon.com/api-gateway/pricing/'),
  'lambda-requests': price(0.2, MILLION, 'requests', lambda),
  'lambda-arm': price(0.0000133334, 1, 'GB-seconds', lambda),
  'event-poller': price(0.185, 1, 'unit-hours', lambda),
  'dynamodb-write': price(0.625, MILLION, 'write units', dynamodb),
  'dynamodb-read': price(0.125, MILLION, 'read units', dynamodb),
  bus: price(1, MILLION, 'events', 'https://aws.amazon.com/eventbridge/pricing/'),
  queue: price(0.4, MILLION, 'requests', 'https://aws.amazon.com/sqs/pricing/'),
  transition: price(25, MILLION, 'transitions', 'https://aws.amazon.com/step-functions/pricing/'),
  mail: price(0.1, 1_000, 'mails', 'https://aws.amazon.com/ses/pricing/'),
  key: price(1, 1, 'key-months', kms),
  'key-use': price(0.03, 10_000, 'requests', kms),
  signature: price(0.15, 10_000, 'requests', kms),
  logs: price(0.5, 1, 'GB', cloudwatch),
  metric: price(0.3, 1, 'metric-months', cloudwatch),
  alarm: price(0.1, 1, 'alarm-months', cloudwatch),
  trace: price(5, MILLION, 'traces', 'https://aws.amazon.com/xray/pricing/'),
  'kafka-cluster': price(0.75, 1, 'cluster-hours', msk),
  'kafka-partition': price(0.0015, 1, 'partition-hours', msk),
  'kafka-broker-t3-small': price(0.0456, 1, 'broker-hours', msk),
  'kafka-broker-m7g-large': price(0.204, 1, 'broker-hours', msk),
  'kafka-disk': price(0.1, 1, 'GB-months', msk),
  'kafka-in': price(0.1, 1, 'GB', msk),
  'kafka-out': price(0.05, 1, 'GB', msk),
  secret: price(0.4, 1, 'secret-months', 'https://aws.amazon.com/secrets-manager/pricing/'),
  endpoint: price(0.01, 1, 'endpoint-hours', 'https://aws.amazon.com/privatelink/pricing/'),
} as const satisfies Record<string, Price>;
export type PriceName = keyof typeof prices;

/** What Amazon bills as a month. */
export const HOURS_PER_MONTH = 730;
export const DAYS_PER_MONTH = HOURS_PER_MONTH / 24;
/** A unit of event pollers holds so many of a group (the price list of Lambda). */
export const POLLERS_PER_UNIT = 10;
/** Lambda keeps five connections on a queue that is empty, each waiting for 20 seconds, and each wait is a request (the AWS blog on queues as event sources). */
export const IDLE_POLLS_PER_HOUR = 5 * 3 * 60;
export const GB = 1_000_000_000;
