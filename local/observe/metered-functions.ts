import type { InvocationReport } from '../functions/function-runtime.ts';
import type { FunctionInvoker } from '../ports.ts';
import type { Meter } from './meter.ts';

/** Counts invocations, their time, and each sampled trace once. */
export const meterInvocations = (meter: Meter): ((report: InvocationReport) => void) => {
  const traces = new Set<string>();
  return ({ functionName, durationMs, traceHeader }) => {
    meter('invocations', functionName);
    meter('milliseconds', functionName, Math.ceil(durationMs));
    const root = /Root=([^;]+)/.exec(traceHeader)?.[1];
    if (root === undefined || !traceHeader.includes('Sampled=1') || traces.has(root)) return;
    traces.add(root);
    meter('traces', 'recorded');
  };
};

interface FromQueue {
  Records: readonly { eventSource?: string }[];
}
interface FromTopics {
  records: Readonly<Record<string, readonly TopicRecord[]>>;
}
interface TopicRecord {
  key?: string;
  value?: string;
  headers: readonly Readonly<Record<string, readonly number[]>>[];
}

const isObject = (event: unknown): event is object => typeof event === 'object' && event !== null;
const isFromQueue = (event: unknown): event is FromQueue =>
  isObject(event) && 'Records' in event && Array.isArray(event.Records) && event.Records[0]?.eventSource === 'aws:sqs';
const isFromTopics = (event: unknown): event is FromTopics =>
  isObject(event) && 'records' in event && 'bootstrapServers' in event;

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const bytesOf = ({ key = '', value = '', headers }: TopicRecord): number =>
  Buffer.byteLength(key, 'base64') +
  Buffer.byteLength(value, 'base64') +
  sum(headers.flatMap((header) => Object.entries(header).map(([name, bytes]) => name.length + bytes.length)));

/** Counts what queues and topics give to functions. */
export const meterDeliveries = (invoker: FunctionInvoker, meter: Meter): FunctionInvoker => ({
  invoke(functionName, event, options) {
    if (isFromQueue(event)) {
      meter('queue-messages', functionName, event.Records.length);
      meter('queue-batches', functionName);
    }
    if (isFromTopics(event))
      meter('topic-bytes-out', functionName, sum(Object.values(event.records).flat().map(bytesOf)));
    return invoker.invoke(functionName, event, options);
  },
});
