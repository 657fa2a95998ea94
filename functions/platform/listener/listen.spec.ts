import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../../events/envelope.ts';
import { inMemoryDeadLetters } from '../dead-letters/in-memory.ts';
import { closedVault } from '../event-store/vault/closed.ts';
import { inboundOf } from './inbound.ts';
import { type Apply, takeBatch } from './listen.ts';
import { NotYet } from './not-yet.ts';
import { kafkaPayload, queuePayload, recorded } from './phrases.ts';

const dayBegan = (stream: string, version: number, day = '2026-05-01') =>
  recorded('platform.day-began', `main#calendar#${stream}`, version, { day });
const listening = (apply: Apply, deadLetters = inMemoryDeadLetters()) => ({
  listener: 'notice-overdue' as const,
  apply,
  deadLetters,
  vault: closedVault,
});
const identifier = (offset: number) => ({ itemIdentifier: { partition: 'bunko.loan-0', offset } });

describe('a listener', () => {
  it.each([
    ['Kafka', kafkaPayload],
    ['a queue', queuePayload],
  ])('hears the same event from %s', async (_, payloadOf) => {
    const event = dayBegan('a', 3);
    const records = inboundOf(payloadOf([event]));
    expect(await Promise.all(records.map((record) => record.event(closedVault)))).toEqual([event]);
  });

  it('applies what it subscribed to and passes over the rest', async () => {
    const heard: string[] = [];
    const other = recorded('inventory.copy-withdrawn', 'main#shelf#v', 1, {
      volumeId: 'v',
      copyId: 'c',
      reason: 'lost',
    });
    const apply = async ({ type }: Recorded) => void heard.push(type);
    const answer = await takeBatch(listening(apply), kafkaPayload([other, dayBegan('a', 1)]));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(heard).toEqual(['platform.day-began']);
  });

  it('gives back a failed record and the later ones of its key, and nothing of other keys', async () => {
    const applied: string[] = [];
    const apply = async ({ stream, version }: Recorded) => {
      if (stream.endsWith('bad') && version === 2) throw new Error('the table is away');
      applied.push(`${stream.split('#')[2]}@${version}`);
    };
    const events = [
      dayBegan('bad', 1),
      dayBegan('good', 1),
      dayBegan('bad', 2),
      dayBegan('bad', 3),
      dayBegan('good', 2),
    ];
    const answer = await takeBatch(listening(apply), kafkaPayload(events));
    expect(answer.batchItemFailures).toEqual([identifier(2), identifier(3)]);
    expect(applied.toSorted()).toEqual(['bad@1', 'good@1', 'good@2']);
  });

  it('sets aside at once what it cannot understand, and goes on with the same key', async () => {
    const deadLetters = inMemoryDeadLetters();
    const poison = dayBegan('a', 1, 'not a day');
    const heard: number[] = [];
    const apply = async ({ version }: Recorded) => void heard.push(version);
    const answer = await takeBatch(listening(apply, deadLetters), kafkaPayload([poison, dayBegan('a', 2)]));
    expect(answer.batchItemFailures).toEqual([]);
    expect(heard).toEqual([2]);
    expect(deadLetters.dead()).toMatchObject([{ consumer: 'notice-overdue', origin: 'bunko.loan-0@0' }]);
  });

  it('sets aside a record without headers, with broken JSON, or that is no event at all', async () => {
    const deadLetters = inMemoryDeadLetters();
    const bare = { topic: 't', partition: 0, offset: 5, value: Buffer.from('{').toString('base64') };
    const kafka = { records: { 't-0': [bare] } };
    const queue = { Records: [{ messageId: 'm', body: 'hello' }] };
    for (const payload of [kafka, queue])
      expect(
        await takeBatch(
          listening(async () => {}, deadLetters),
          payload,
        ),
      ).toEqual({
        batchItemFailures: [],
      });
    expect(deadLetters.dead().map(({ recordId }) => recordId)).toEqual(['t-0@5', 'm']);
  });

  it('sets aside a record that failed five times', async () => {
    const deadLetters = inMemoryDeadLetters();
    const payload = kafkaPayload([dayBegan('a', 1)]);
    const apply = async () => {
      throw new Error('still away');
    };
    const tries: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt++)
      tries.push((await takeBatch(listening(apply, deadLetters), payload)).batchItemFailures.length);
    expect(tries).toEqual([1, 1, 1, 1, 0]);
    expect(deadLetters.dead()).toMatchObject([{ reason: 'Error: still away' }]);
  });

  it('counts one delivery once, however often its answer is lost', async () => {
    const deadLetters = inMemoryDeadLetters();
    const payload = kafkaPayload([dayBegan('a', 1)]);
    const apply = async () => {
      throw new Error('away');
    };
    for (let attempt = 1; attempt <= 9; attempt++) await takeBatch(listening(apply, deadLetters), payload, 'one');
    expect(deadLetters.dead()).toEqual([]);
  });

  it('brings a record again that can only wait, without counting it as a failure', async () => {
    const deadLetters = inMemoryDeadLetters();
    let waits = 9;
    const apply = async () => {
      if (waits-- > 0) throw new NotYet('somebody else is at it');
    };
    const answers: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt++)
      answers.push(
        (await takeBatch(listening(apply, deadLetters), kafkaPayload([dayBegan('a', 1)]))).batchItemFailures.length,
      );
    expect(answers).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(deadLetters.dead()).toEqual([]);
  });
});
