import * as z from 'zod';
import { catalog } from '../../events/catalog.ts';
import type { Contract } from '../../events/contract.ts';
import { subscriptions } from '../../events/subscriptions.ts';
import { type Category, categories } from '../../events/topics.ts';
import { recordHeaders, structuredEvent } from './attributes.ts';
import { fixtureOf } from './fixture.ts';
import { sentences } from './sentences.ts';

const ref = (path: string) => ({ $ref: `#/${path}` });
const events: readonly Contract[] = catalog;
const inCategory = (category: Category) => events.filter((event) => event.category === category);
const told = events.filter(({ integration }) => integration);
const inUse = categories.filter((category) => inCategory(category).length > 0);
const onTheBus = (type: string): string => `${type}.bus`;

/** The data as JSON Schema draft 7, which AsyncAPI speaks. */
const schemaOf = ({ shape }: Contract): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: 'draft-7', unrepresentable: 'any' });
  return schema;
};

const sealedFields = ({ sealed }: Contract) => (sealed ? { 'x-sealed': Object.keys(sealed.blank) } : {});

const described = (event: Contract, meaning: ReadonlyMap<string, string>) => ({
  name: event.type,
  title: event.type,
  summary: meaning.get(event.type) ?? '',
  contentType: 'application/json',
  'x-schema-version': event.schemaVersion,
  ...sealedFields(event),
});

const inTopic = (event: Contract, meaning: ReadonlyMap<string, string>) => ({
  ...described(event, meaning),
  headers: ref('components/schemas/record-headers'),
  correlationId: ref('components/correlationIds/in-headers'),
  payload: ref(`components/schemas/${event.type}`),
  bindings: { kafka: { key: { type: 'string', description: 'the stream' } } },
  examples: [{ name: `version-${event.schemaVersion}`, payload: fixtureOf(event) }],
});

const asEntry = (event: Contract, meaning: ReadonlyMap<string, string>) => ({
  ...described(event, meaning),
  correlationId: ref('components/correlationIds/in-detail'),
  payload: {
    allOf: [
      ref('components/schemas/structured-event'),
      { type: 'object', properties: { data: ref(`components/schemas/${event.type}`) } },
    ],
  },
});

const topics = () =>
  Object.fromEntries(
    inUse.map((category) => [
      category,
      {
        address: `{prefix}${category}`,
        description: `Everything that happens to a ${category}; the order holds within a stream.`,
        parameters: { prefix: ref('components/parameters/prefix') },
        servers: [ref('servers/kafka')],
        messages: Object.fromEntries(
          inCategory(category).map(({ type }) => [type, ref(`components/messages/${type}`)]),
        ),
      },
    ]),
  );

const bus = () => ({
  address: 'bunko-{stage}-events',
  description:
    'What is told to others as well, in no order. With the backbone `eventbridge` every event of every topic goes this way, in this form.',
  parameters: { stage: { description: 'name of the stage' } },
  servers: [ref('servers/bus')],
  messages: Object.fromEntries(told.map(({ type }) => [type, ref(`components/messages/${onTheBus(type)}`)])),
});

const sends = () =>
  Object.fromEntries(
    [...inUse.map((category) => [category, inCategory(category)] as const), ['bus', told] as const].map(
      ([channel, sent]) => [
        `relay-to-${channel}`,
        {
          action: 'send',
          channel: ref(`channels/${channel}`),
          title: 'The relay publishes what the event table has',
          messages: sent.map(({ type }) => ref(`channels/${channel}/messages/${type}`)),
        },
      ],
    ),
  );

const hears = (listener: string, types: readonly string[]) =>
  inUse.flatMap((category) => {
    const heard = inCategory(category).filter(({ type }) => types.includes(type));
    if (heard.length === 0) return [];
    const messages = heard.map(({ type }) => ref(`channels/${category}/messages/${type}`));
    return [[`${listener}-hears-${category}`, { action: 'receive', channel: ref(`channels/${category}`), messages }]];
  });

/** The events between domains as AsyncAPI 3: topics and the bus, what is in them, and who hears it. */
export const asyncApiDocument = () => {
  const meaning = sentences();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Bunko: events',
      version: '0.1.0',
      description:
        'Delivery is at least once. Read `ce_streamversion` and `ce_previousversion` to drop what was seen and to notice gaps; never trust the order of arrival across streams. A listener hears a category in its topic or, where its stack says so, on the bus.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: { host: '{brokers}', protocol: 'kafka', variables: { brokers: { description: 'of the stage' } } },
      bus: {
        host: 'events.{region}.amazonaws.com',
        protocol: 'eventbridge',
        variables: { region: { description: 'of the stage' } },
      },
    },
    channels: { ...topics(), bus: bus() },
    operations: {
      ...sends(),
      ...Object.fromEntries(Object.entries(subscriptions).flatMap(([name, types]) => hears(name, types))),
    },
    components: {
      parameters: { prefix: { description: 'stages that share a cluster have one each' } },
      correlationIds: {
        'in-headers': { location: '$message.header#/ce_correlationid' },
        'in-detail': { location: '$message.payload#/correlationid' },
      },
      messages: Object.fromEntries([
        ...events.map((event) => [event.type, inTopic(event, meaning)] as const),
        ...told.map((event) => [onTheBus(event.type), asEntry(event, meaning)] as const),
      ]),
      schemas: {
        'record-headers': recordHeaders,
        'structured-event': structuredEvent,
        ...Object.fromEntries(events.map((event) => [event.type, schemaOf(event)])),
      },
    },
  };
};
