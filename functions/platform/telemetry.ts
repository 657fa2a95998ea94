import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';

/** Names of the platform's metrics; a dashboard or an alarm may rely on them. */
export type Counter =
  | 'EventsAppended'
  | 'AppendConflicts'
  | 'DuplicatesDropped'
  | 'GapsFilled'
  | 'Quarantined'
  | 'EventsRelayed'
  | 'HistoryTouched'
  | 'MailsSent'
  | 'SagaCompensated'
  | 'SagaNeedsAttention';
export type Gauge = 'RelayLag' | 'ProjectionLag';

/** What the platform says about itself. The only port behind which Powertools stands. */
export interface Telemetry {
  count(counter: Counter, value: number): void;
  /** Milliseconds. */
  measure(gauge: Gauge, milliseconds: number): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

export const logger = new Logger();
export const metrics = new Metrics({ namespace: 'Bunko' });
export const tracer = new Tracer({ captureHTTPsRequests: false });

export const telemetry: Telemetry = {
  count: (counter, value) => void metrics.addMetric(counter, MetricUnit.Count, value),
  measure: (gauge, milliseconds) => void metrics.addMetric(gauge, MetricUnit.Milliseconds, milliseconds),
  info: (message, fields = {}) => logger.info(message, fields),
  warn: (message, fields = {}) => logger.warn(message, fields),
  error: (message, fields = {}) => logger.error(message, fields),
};
