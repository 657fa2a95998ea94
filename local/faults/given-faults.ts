import { type ActivityReport, trackActivity } from '../activity.ts';
import type { AwsService } from '../aws/aws-service.ts';
import { startEndpoint } from '../aws/endpoint.ts';
import { keptLog } from '../aws/given-aws.ts';
import type { Running } from '../ports.ts';
import { type FaultBook, openFaults } from './fault-book.ts';
import type { FaultRule } from './fault-plan.ts';
import type { Faults } from './faults.ts';

/** Words for the specs of faults. */

/** Rules at work. */
export const givenFaults = (rules: readonly FaultRule[], seed = 1): FaultBook & { activity: ActivityReport } => {
  const activity = trackActivity();
  const book = openFaults(activity);
  book.replace({ seed, rules: [...rules] });
  return { ...book, activity };
};

/** How often each rule has happened. */
export const firedIn = (book: FaultBook): number[] => book.shown().rules.map(({ fired }) => fired);

/** The AWS endpoint with faults; key `function` is a function's, every other key is from outside. */
export const faultyEndpoint = (services: readonly AwsService[], faults: Faults): Promise<Running & { url: string }> =>
  startEndpoint({
    services,
    faults,
    authorize: () => undefined,
    log: keptLog(),
    principalOf: (key) =>
      key === 'function'
        ? { kind: 'function', functionName: 'f', roleArn: 'arn', statements: [] }
        : { kind: 'outside' },
  });
