import { createSocket } from 'node:dgram';
import { describe, expect, it, vi } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import { openState } from '../state.ts';
import { recordEmbeddedMetrics } from './embedded-metrics.ts';
import { MetricRegistry } from './metric-registry.ts';
import { openTraces } from './trace-store.ts';
import { startXrayDaemon } from './xray-daemon.ts';

describe('metrics', () => {
  it('are written as Prometheus text', () => {
    const metrics = new MetricRegistry();
    metrics.add('calls_total', { function: 'a "b"' }, 2);
    metrics.time('duration_seconds', { function: 'a' }, 0.03);
    metrics.gauge('warm', () => [{ labels: {}, value: 3 }]);
    const text = metrics.text();
    expect(text).toContain('# TYPE calls_total counter\ncalls_total{function="a \\"b\\""} 2\n');
    expect(text).toContain('duration_seconds_bucket{function="a",le="0.025"} 0\n');
    expect(text).toContain('duration_seconds_bucket{function="a",le="0.05"} 1\n');
    expect(text).toContain(
      'duration_seconds_bucket{function="a",le="+Inf"} 1\nduration_seconds_sum{function="a"} 0.03\n',
    );
    expect(text).toContain('# TYPE warm gauge\nwarm 3\n');
  });

  it('do not grow without bound', () => {
    const metrics = new MetricRegistry();
    for (let n = 0; n < 6000; n++) metrics.add('calls_total', { n: String(n) });
    expect(metrics.text().split('\n').length).toBeLessThan(5010);
  });

  it('are taken from log lines in the embedded metric format', () => {
    const metrics = new MetricRegistry();
    const directive = {
      Namespace: 'Bunko',
      Dimensions: [['service']],
      Metrics: [{ Name: 'RelayLag' }, { Name: 'EventsAppended' }],
    };
    const line = {
      _aws: { Timestamp: 0, CloudWatchMetrics: [directive] },
      service: 'relay',
      RelayLag: [5, 7],
      EventsAppended: 2,
    };
    recordEmbeddedMetrics(JSON.stringify(line), metrics);
    expect(metrics.text()).toContain(
      'Bunko_RelayLag_sum{service="relay"} 12\nBunko_RelayLag_count{service="relay"} 2\n',
    );
    expect(metrics.text()).toContain('Bunko_EventsAppended_sum{service="relay"} 2\n');
  });

  it.each([
    'plain',
    '{"_aws":',
    '{"_aws":1}',
    '{"_aws":{"CloudWatchMetrics":[{"Namespace":"N","Metrics":[{"Name":"M"}]}]},"M":"x"}',
  ])('are not taken from %s', (line) => {
    const metrics = new MetricRegistry();
    recordEmbeddedMetrics(line, metrics);
    expect(metrics.text()).toBe('\n');
  });
});

describe('the X-Ray daemon', () => {
  const segment = (id: string) => JSON.stringify({ trace_id: '1-a', id, name: 'borrow', start_time: Number(id) });

  it('keeps segments and ignores malformed datagrams', async () => {
    const traces = openTraces(openState(scratchDir()));
    const daemon = await startXrayDaemon(traces);
    const socket = createSocket('udp4');
    const [host = '', port] = daemon.address.split(':');
    const header = '{"format":"json","version":1}\n';
    for (const datagram of ['garbage', `${header}{}`, `${header}[`, `${header}${segment('1')}`])
      socket.send(datagram, Number(port), host);
    await vi.waitFor(() => expect(traces.segmentsOf('1-a').map(({ id }) => id)).toEqual(['1']));
    socket.close();
    await daemon.stop();
  });

  it('forgets the oldest of more than 20,000', () => {
    const traces = openTraces(openState(scratchDir()));
    for (let n = 0; n < 20_010; n++) {
      traces.add(segment(String(n)));
      if (n % 1000 === 0) traces.flush();
    }
    expect(traces.segmentsOf('1-a')).toHaveLength(20_000);
    expect(traces.segmentsOf('1-a')[0]?.id).toBe('10');
  });
});
