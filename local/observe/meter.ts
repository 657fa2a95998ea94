import type { AccessRequest } from '../ports.ts';

/** What AWS would charge for. */
export type Measure =
  /** Requests that reached the HTTP API, by their name there. */
  | 'api-requests'
  /** Calls of AWS services by functions, by action. */
  | 'calls'
  /** Events that functions put on a bus, by bus. */
  | 'bus-entries'
  /** Capacity units that DynamoDB says were consumed, by table; a write that its condition refused counts too. */
  | 'write-units'
  | 'read-units'
  /** By function. Milliseconds are wall-clock, rounded up per invocation, with what it waited for. */
  | 'invocations'
  | 'milliseconds'
  /** What a function wrote, by function, with the 26 bytes that CloudWatch adds to each event. */
  | 'log-bytes'
  /** Traces that X-Ray would keep. */
  | 'traces'
  /** Messages that a queue gave to a function, and the batches they came in, by function. */
  | 'queue-messages'
  | 'queue-batches'
  /** Bytes of batches produced, by topic; and of keys, values and headers that a function was given, by function. */
  | 'topic-bytes-in'
  | 'topic-bytes-out';

/** Counts what is used; `of` names what used it or was used. */
export type Meter = (measure: Measure, of: string, amount?: number) => void;

/** Amounts by measure and name. */
export type Reading = Partial<Record<Measure, Record<string, number>>>;

/** Adds up until it is read; reading starts it anew. */
export const openMeter = (): { meter: Meter; read(): Reading } => {
  let reading: Reading = {};
  return {
    meter(measure, of, amount = 1) {
      const amounts = reading[measure] ?? {};
      reading[measure] = amounts;
      amounts[of] = (amounts[of] ?? 0) + amount;
    },
    read() {
      const taken = reading;
      reading = {};
      return taken;
    },
  };
};

const PUT_EVENTS = 'events:PutEvents';

/** Counts one call by what it asked for: an action once, however many resources it touches; an event on a bus each. */
export const meterCall = (meter: Meter, access: readonly AccessRequest[]): void => {
  for (const action of new Set(access.map(({ action }) => action))) meter('calls', action);
  for (const { action, resource } of access)
    if (action === PUT_EVENTS) meter('bus-entries', resource.slice(resource.lastIndexOf('/') + 1));
};
