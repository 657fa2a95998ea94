import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../../events/envelope.ts';
import { type Listener, subscriptions } from '../../../events/subscriptions.ts';
import { type Verdict, verdictOf } from './evidence.ts';
import type { Trace } from './traces.ts';
import { tracesEvidence } from './traces-evidence.ts';

it.each<[Verdict[], Verdict]>([
  [[], 'unproven'],
  [['unproven', 'arrived'], 'arrived'],
  [['arrived', 'missing', 'unproven'], 'missing'],
])('%j together say %s', (verdicts, together) => expect(verdictOf(verdicts)).toBe(together));

describe('the traces of listeners', () => {
  const traces = (says: Partial<Record<Listener, Verdict>>) => {
    const trace =
      (listener: Listener): Trace =>
      async () =>
        says[listener] ?? 'unproven';
    const listeners = Object.keys(subscriptions) as Listener[];
    return Object.fromEntries(listeners.map((one) => [one, trace(one)])) as Record<Listener, Trace>;
  };
  const event = (type: string): Recorded => ({
    id: 'k.0',
    type,
    schemaVersion: 1,
    data: {},
    stream: 'main#loan#1',
    version: 1,
    metadata: {
      correlationId: 'c',
      causationId: 'r',
      actor: { kind: 'member', id: 'm' },
      occurredAt: '2031-01-01T00:00:00.000Z',
    },
  });

  it('of those who hear the event decide, and of nobody else', async () => {
    const evidence = tracesEvidence(traces({ records: 'arrived', 'member-card': 'missing' }));
    expect(await evidence.verdict(event('lending.loan-opened'))).toBe('arrived');
  });

  it('miss it when one of them does', async () => {
    const evidence = tracesEvidence(traces({ records: 'arrived', notices: 'missing' }));
    expect(await evidence.verdict(event('lending.loan-opened'))).toBe('missing');
  });

  it('are not looked for where nobody hears, and prove nothing where nothing is kept', async () => {
    const evidence = tracesEvidence(traces({}));
    expect(await evidence.verdict(event('lending.patron-borrowed'))).toBe('arrived');
    expect(await evidence.verdict(event('platform.day-began'))).toBe('unproven');
  });
});
