import { randomUUID } from 'node:crypto';
import kafkajs, { type Admin, Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { partsOf } from '../../../events/stream-name.ts';
import { categories, topicOf } from '../../../events/topics.ts';
import { mskToken } from '../../../functions/platform/relay/msk-token.ts';
import type { KafkaBackbone } from '../../../infra/stages.ts';
import { awsEnvironment } from '../aws-calls.ts';
import type { Target } from '../target.ts';
import type { Evidence } from './evidence.ts';
import { readTopics, type TopicReading } from './topic-reading.ts';

interface Wanted {
  brokers: readonly string[];
  /** Events before this instant are of no interest. */
  since: string | undefined;
}

/** MSK speaks TLS and knows the caller by IAM; any other Kafka is reached as its listener is. */
const accessTo = (target: Target, { cluster }: KafkaBackbone): Pick<KafkaConfig, 'ssl' | 'sasl'> => {
  if (cluster.kind !== 'msk-serverless') return {};
  const token = async () => {
    const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = await awsEnvironment(target);
    const credentials = {
      accessKeyId: AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: AWS_SESSION_TOKEN,
    };
    return { value: mskToken(AWS_REGION, credentials, new Date()) };
  };
  return { ssl: true, sasl: { mechanism: 'oauthbearer', oauthBearerProvider: token } };
};

/** The instant before which a topic may have forgotten; undefined while it still has everything. */
const forgottenBefore = async (admin: Admin, topic: string): Promise<string | undefined> => {
  const offsets = await admin.fetchTopicOffsets(topic);
  if (offsets.every(({ low }) => low === '0')) return undefined;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames: ['retention.ms'] }],
  });
  const retention = Number(resources[0]?.configEntries[0]?.configValue ?? -1);
  return retention < 0 ? undefined : new Date(Date.now() - retention).toISOString();
};

/** The ids on the topics: whatever the relay has published is there, and nothing else is. */
export const topicsEvidence = async (
  target: Target,
  backbone: KafkaBackbone,
  { brokers, since }: Wanted,
): Promise<Evidence> => {
  const access = accessTo(target, backbone);
  const kafka = new Kafka({ clientId: 'bunko-es', brokers: [...brokers], logLevel: logLevel.NOTHING, ...access });
  const admin = kafka.admin();
  await admin.connect();
  const groupId = target.name(`es-doctor-${randomUUID()}`);
  const wanted = categories.map((category) => topicOf(backbone.topicPrefix, category));
  const ids = new Set<string>();
  const forgotten = new Map<string, string | undefined>();
  let reading: TopicReading | undefined;
  return {
    name: `the topics at ${brokers.join(',')}`,
    async refresh() {
      const present = await admin.listTopics();
      const topics = wanted.filter((topic) => present.includes(topic));
      // The first event of a category makes its topic, and a consumer that runs takes no further ones.
      if (topics.length > (reading?.topics.length ?? 0)) {
        await reading?.close();
        for (const topic of topics) forgotten.set(topic, await forgottenBefore(admin, topic));
        reading = await readTopics({ kafka, admin, groupId, topics, since }, ids);
      }
      await reading?.untilEnd();
    },
    async verdict({ id, stream, metadata: { occurredAt } }) {
      if (ids.has(id)) return 'arrived';
      const before = forgotten.get(`${backbone.topicPrefix}${partsOf(stream).category}`);
      return before !== undefined && occurredAt < before ? 'unproven' : 'missing';
    },
    async close() {
      await reading?.close();
      await admin.disconnect();
    },
  };
};
