import type { Meter } from '../observe/meter.ts';
import type { Activity, Clock, FunctionInvoker, Log, Resource } from '../ports.ts';
import type { State } from '../state.ts';
import type { Execution } from '../states/execution-store.ts';
import type { Machine } from '../states/machine.ts';
import { openStateMachines, type StateMachines } from '../states/state-machines.ts';
import type { Account, AwsService } from './aws-service.ts';
import { dynamoDbService } from './dynamodb.ts';
import { eventBridgeService } from './eventbridge.ts';
import { type EventBuses, openEventBuses } from './eventbridge-buses.ts';
import { kmsService } from './kms.ts';
import { openKeyRing } from './kms-keys.ts';
import { lambdaService } from './lambda.ts';
import { type Mailbox, openMailStore } from './mail-store.ts';
import { s3Service } from './s3.ts';
import { openObjects } from './s3-objects.ts';
import { sesService } from './ses.ts';
import { sesTemplate } from './ses-template.ts';
import { sqsService } from './sqs.ts';
import { openQueues, type QueueBook } from './sqs-queue-book.ts';
import { ssmService } from './ssm.ts';
import { openParameters } from './ssm-parameters.ts';
import { statesService } from './states.ts';
import { stsService } from './sts.ts';
import type { TableBook } from './tables.ts';

interface AwsServicesOptions {
  resources: readonly Resource[];
  state: State;
  /** Directory for the objects of buckets. */
  objectsDir: string;
  clock: Clock;
  activity: Activity;
  /** Runs functions for other functions; asked late, because functions start after the endpoint. */
  invoker: () => FunctionInvoker;
  account: Account;
  machines: readonly Machine[];
  /** Why a state machine's role may not invoke a function. */
  refusal: (roleArn: string, functionName: string) => string | undefined;
  /** Hears how executions begin and end. */
  onStatus: (execution: Execution) => void;
  /** Parameters that hold for this run only, by name. */
  parameters: Readonly<Record<string, string>>;
  /** Where the DynamoDB engine answers. */
  engine: string;
  tables: TableBook;
  /** Called with every table written, before the writer gets its answer. */
  wrote: (tableName: string) => void;
  /** Told of what is consumed. */
  meter?: Meter | undefined;
  /** The endpoint's URL once it runs; part of queue URLs. */
  url: () => string;
  log: Log;
}

/** Every AWS service of the template, and the doors that the runtime itself uses. */
export interface AwsServices {
  services: readonly AwsService[];
  queues: QueueBook;
  buses: EventBuses;
  mailbox: Mailbox;
  machines: StateMachines;
}

/** Opens all services for `startEndpoint`. Throws when the template asks for what is not offered; the message names it. */
export const openAwsServices = (options: AwsServicesOptions): AwsServices => {
  const { resources, state, clock, account, log } = options;
  const queues = openQueues(resources, state, clock);
  const buses = openEventBuses({ resources, state, clock, account });
  const mails = openMailStore(state);
  const machines = openStateMachines({ ...options, buses });
  const services = [
    dynamoDbService(options),
    sqsService({ queues, url: options.url, log }),
    eventBridgeService(buses, log),
    sesService({ template: sesTemplate(resources), mails, buses, clock, account }, log),
    kmsService(openKeyRing(resources, state), account, log),
    s3Service({ resources, objects: openObjects(options.objectsDir, state), clock, log }),
    ssmService(openParameters(resources, state, clock, options.parameters), account, log),
    lambdaService(options),
    statesService(machines, log),
    stsService(account, log),
  ];
  return { services, queues, buses, mailbox: mails, machines };
};
