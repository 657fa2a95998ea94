import * as z from 'zod';
import { functionNameOf } from '../event-sources/dynamodb-stream-mapping.ts';
import { templateNumber } from '../event-sources/mapping-numbers.ts';
import type { Resource } from '../ports.ts';
import { type EventMatch, eventPattern } from './event-pattern.ts';

const Target = z.object({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .object({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
    .optional(),
  RetryPolicy: z
    .object({ MaximumRetryAttempts: templateNumber.optional(), MaximumEventAgeInSeconds: templateNumber.optional() })
    .default({}),
  DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
});

/** Where a rule sends an event, and in which form. */
export type RuleTarget = z.infer<typeof Target>;

/** A rule of the template that is switched on. */
export interface Rule {
  name: string;
  arn: string;
  busName: string;
  /** Whether an event is for this rule; a rule with a schedule only matches none. */
  matches: EventMatch;
  schedule: string | undefined;
  targets: readonly RuleTarget[];
}

/** What happens to an asynchronous invocation that keeps failing: from the function and its `EventInvokeConfig`. */
export interface FailurePlan {
  maximumRetries: number | undefined;
  onFailure: string | undefined;
  deadLetter: string | undefined;
}

/** Thrown for a rule, or a failure destination of a function, that cannot be had offline; the message names it. */
export class RuleProblem extends Error {
  readonly reason = 'rule-not-offered';
}

const RuleProperties = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.unknown().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(Target).default([]),
});

/** Buses are named by name or by ARN. */
export const busNameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

/** The names of all buses: those of the template and `default`, which every account has. */
export const busesOf = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(['default', ...ofType(resources, 'AWS::Events::EventBus').map(({ physicalId }) => busNameOf(physicalId))]);

/** The rules that are switched on. Throws a `RuleProblem`. */
export const rulesOf = (resources: readonly Resource[]): readonly Rule[] =>
  ofType(resources, 'AWS::Events::Rule').flatMap(({ logicalId, physicalId, arn, properties }) => {
    try {
      const given = RuleProperties.parse(properties);
      if (given.State === 'DISABLED') return [];
      return [
        {
          name: physicalId,
          arn,
          busName: busNameOf(given.EventBusName),
          matches: given.EventPattern === undefined ? () => false : eventPattern(given.EventPattern),
          schedule: given.ScheduleExpression,
          targets: given.Targets.filter((target) => !isIgnored(target)),
        },
      ];
    } catch (error) {
      throw new RuleProblem(`Rule ${logicalId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });

/** Log groups have no meaning offline. */
const isIgnored = ({ Arn }: RuleTarget): boolean => Arn.includes(':logs:');

const ofType = (resources: readonly Resource[], wanted: string) => resources.filter(({ type }) => type === wanted);

const InvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: templateNumber.optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});
const FunctionProperties = z.object({ DeadLetterConfig: z.object({ TargetArn: z.string() }).optional() });

/** The failure plans of all functions by physical name. */
export const failurePlansOf = (resources: readonly Resource[]): ReadonlyMap<string, FailurePlan> => {
  const configs = ofType(resources, 'AWS::Lambda::EventInvokeConfig').map(({ properties }) =>
    InvokeConfig.parse(properties),
  );
  return new Map(
    ofType(resources, 'AWS::Lambda::Function').map(({ physicalId, properties }) => {
      const config = configs.find(({ FunctionName }) => functionNameOf(FunctionName) === physicalId);
      const parsed = FunctionProperties.safeParse(properties);
      return [
        physicalId,
        {
          maximumRetries: config?.MaximumRetryAttempts,
          onFailure: config?.DestinationConfig?.OnFailure?.Destination,
          deadLetter: parsed.data?.DeadLetterConfig?.TargetArn,
        },
      ];
    }),
  );
};
