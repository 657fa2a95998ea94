import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalog, contractOf } from '../../events/catalog.ts';
import { subscriptions } from '../../events/subscriptions.ts';
import { asyncApiYaml } from './asyncapi-yaml.ts';
import { asyncApiDocument } from './document.ts';
import { AsyncApi, danglingRefs } from './shape.ts';

const document = AsyncApi.parse(asyncApiDocument());
const { channels, components, operations } = document;

describe('the AsyncAPI document', () => {
  it('is in docs/asyncapi.yaml as the contracts have it (npm run asyncapi)', () => {
    const written = readFileSync(resolve(import.meta.dirname, '../../docs/asyncapi.yaml'), 'utf8');
    expect(written).toBe(asyncApiYaml());
    expect(AsyncApi.parse(parse(written))).toEqual(document);
  });

  it('has no reference that leads nowhere', () => expect(danglingRefs(document)).toEqual([]));

  it('has every event in the topic of its category, and what is told to others on the bus', () => {
    for (const { type, category, integration } of catalog) {
      expect(Object.keys(channels[category]?.messages ?? {})).toContain(type);
      expect(Object.keys(channels.bus?.messages ?? {}).includes(type)).toBe(integration);
    }
  });

  it('says of every event what it means, with an example that has its shape', () => {
    for (const [type, { summary, examples = [] }] of Object.entries(components.messages)) {
      const contract = contractOf(type);
      expect(summary, type).toMatch(/\.$/);
      if (contract) expect(contract.shape.safeParse(examples[0]?.payload).success, type).toBe(true);
    }
  });

  it('says who hears what', () => {
    for (const [listener, types] of Object.entries(subscriptions)) {
      const heard = Object.entries(operations)
        .filter(([name]) => name.startsWith(`${listener}-hears-`))
        .flatMap(([, { messages }]) => messages.map(({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1)));
      expect(heard.toSorted()).toEqual([...types].toSorted());
    }
  });
});

describe('a document', () => {
  it('is refused with a field that AsyncAPI does not have', () =>
    expect(AsyncApi.safeParse({ ...document, topics: {} }).success).toBe(false));

  it('is seen to refer to nothing', () =>
    expect(danglingRefs({ channel: { $ref: '#/channels/nothing' }, channels: {} })).toEqual(['#/channels/nothing']));
});
