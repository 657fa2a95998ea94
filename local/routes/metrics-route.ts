import { problemAnswer } from '../http/gateway-response.ts';
import type { Respond } from '../http/server.ts';
import type { MetricRegistry } from '../observe/metric-registry.ts';

/** `GET /metrics` in Prometheus' text format. */
export const metricsRoute =
  (metrics: MetricRegistry): Respond =>
  ({ method }) =>
    method === 'GET' || method === 'HEAD'
      ? {
          status: 200,
          headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
          body: Buffer.from(metrics.text()),
        }
      : problemAnswer(405, 'Method Not Allowed', 'method-not-allowed');
