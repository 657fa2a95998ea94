import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Amounts = z.record(z.string(), z.number());
const Reading = z.strictObject({
  'api-requests': Amounts.optional(),
  calls: Amounts.optional(),
  'bus-entries': Amounts.optional(),
  'write-units': Amounts.optional(),
  'read-units': Amounts.optional(),
  invocations: Amounts.optional(),
  milliseconds: Amounts.optional(),
  'log-bytes': Amounts.optional(),
  traces: Amounts.optional(),
  /** States that Step Functions entered, and further tries of tasks. */
  transitions: Amounts.optional(),
  'queue-messages': Amounts.optional(),
  'queue-batches': Amounts.optional(),
  'topic-bytes-in': Amounts.optional(),
  'topic-bytes-out': Amounts.optional(),
});

/** What one kind of journey used, all its repetitions together. */
const MeasuredJourney = z.object({
  at: z.iso.datetime(),
  /** The machine's load average when it ended: with more than its processors, times say more of the machine than of us. */
  load: z.number().optional(),
  times: z.number().int().positive(),
  used: Reading,
});
export type MeasuredJourney = z.infer<typeof MeasuredJourney>;

const OneBackbone = z.object({
  /** Time series of metrics that the functions reported in one run, the most there were. */
  customMetrics: z.number().int(),
  journeys: z.object({
    /** A day on which nobody comes: what the schedules do. */
    'idle-day': MeasuredJourney,
    /** One visit: sign in, look at a volume and its availability, borrow it, look at one's records, bring it back. */
    borrow: MeasuredJourney,
    /** One order of one product that is paid and confirmed. */
    order: MeasuredJourney.optional(),
  }),
});

/** What `npm run cost -- --measure` saw; functions and tables by the names that a stage puts its prefix before. */
export const Measured = z.object({
  machine: z.string(),
  kafka: OneBackbone,
  eventbridge: OneBackbone,
});
export type Measured = z.infer<typeof Measured>;
export type MeasuredBackbone = z.infer<typeof OneBackbone>;

export const measuredFile = new URL('./measured.json', import.meta.url);

/** The committed measurement. */
export const readMeasured = (): Measured => Measured.parse(JSON.parse(readFileSync(measuredFile, 'utf8')));

export type JourneyName = keyof MeasuredBackbone['journeys'];
export const journeyNames = ['idle-day', 'borrow', 'order'] as const satisfies readonly JourneyName[];
