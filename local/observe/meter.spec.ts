import { describe, expect, it } from 'vitest';
import type { FunctionInvoker } from '../ports.ts';
import { meterCall, openMeter } from './meter.ts';
import { meterDeliveries, meterInvocations } from './metered-functions.ts';

const bus = 'arn:aws:events:ap-northeast-1:000000000000:event-bus/bunko-local-events';

describe('a meter', () => {
  it('adds up by measure and name, and starts anew when it is read', () => {
    const { meter, read } = openMeter();
    meter('invocations', 'relay');
    meter('invocations', 'relay');
    meter('log-bytes', 'relay', 30);
    expect(read()).toEqual({ invocations: { relay: 2 }, 'log-bytes': { relay: 30 } });
    expect(read()).toEqual({});
  });

  it('counts a call once, however many resources it touches, and each event on a bus', () => {
    const { meter, read } = openMeter();
    meterCall(meter, [
      { action: 'ses:SendEmail', resource: 'an identity' },
      { action: 'ses:SendEmail', resource: 'a configuration set' },
    ]);
    meterCall(meter, [
      { action: 'events:PutEvents', resource: bus },
      { action: 'events:PutEvents', resource: bus },
    ]);
    expect(read()).toEqual({
      calls: { 'ses:SendEmail': 1, 'events:PutEvents': 1 },
      'bus-entries': { 'bunko-local-events': 2 },
    });
  });
});

describe('metered functions', () => {
  const report = { functionName: 'relay', startedAt: 0, segmentId: '', result: { ok: true, payload: null } } as const;

  it('are counted with their time rounded up, and a sampled trace once', () => {
    const { meter, read } = openMeter();
    const heard = meterInvocations(meter);
    heard({ ...report, durationMs: 1.2, traceHeader: 'Root=1-a;Sampled=1' });
    heard({ ...report, durationMs: 2, traceHeader: 'Root=1-a;Parent=b;Sampled=1' });
    heard({ ...report, durationMs: 3, traceHeader: 'Root=1-c;Sampled=0' });
    expect(read()).toEqual({ invocations: { relay: 3 }, milliseconds: { relay: 7 }, traces: { recorded: 1 } });
  });

  it('are counted with the messages and bytes they are given', async () => {
    const { meter, read } = openMeter();
    const seen: unknown[] = [];
    const invoker: FunctionInvoker = {
      async invoke(_, event) {
        seen.push(event);
        return { ok: true, payload: null };
      },
    };
    const metered = meterDeliveries(invoker, meter);
    const fromQueue = { Records: [{ eventSource: 'aws:sqs' }, { eventSource: 'aws:sqs' }] };
    const record = { key: 'a2V5', value: 'dmFsdWU=', headers: [{ ce_id: [1, 2, 3] }] };
    const fromTopics = { bootstrapServers: '', records: { 'loan-0': [record], 'loan-1': [record] } };
    const fromStream = { Records: [{ eventSource: 'aws:dynamodb' }] };
    for (const event of [fromQueue, fromTopics, fromStream]) await metered.invoke('notices', event);
    expect(seen).toEqual([fromQueue, fromTopics, fromStream]);
    expect(read()).toEqual({
      'queue-messages': { notices: 2 },
      'queue-batches': { notices: 1 },
      'topic-bytes-out': { notices: 2 * (3 + 5 + 5 + 3) },
    });
  });
});
