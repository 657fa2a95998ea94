import { AwsFault } from '../aws/aws-fault.ts';
import type { AwsResponse } from '../aws/aws-service.ts';
import type { AccessRequest } from '../ports.ts';
import type { FaultKind, FaultPlace } from './fault-table.ts';
import type { Fault, Faults } from './faults.ts';

interface CalledService {
  at: FaultPlace;
  throttled: () => AwsFault;
  kinds: readonly FaultKind[];
}

const callKinds: readonly FaultKind[] = ['lose-answer', 'throttle', 'error', 'hang'];
const slowDown =
  (code: string, status = 400) =>
  () =>
    new AwsFault(code, 'Rate exceeded', status);

/** By the prefix of the permission that a call needs. A `delay` of a message belongs to its delivery, not to the call. */
const services: Readonly<Record<string, CalledService>> = {
  dynamodb: {
    at: 'dynamodb',
    throttled: slowDown('ProvisionedThroughputExceededException'),
    kinds: [...callKinds, 'delay'],
  },
  events: { at: 'eventbridge', throttled: slowDown('ThrottlingException'), kinds: callKinds },
  sqs: { at: 'sqs', throttled: slowDown('ThrottlingException'), kinds: callKinds },
  ses: { at: 'mail', throttled: slowDown('TooManyRequestsException', 429), kinds: [...callKinds, 'delay'] },
};

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map((name) => `dynamodb:${name}`));

/** One call of a function to AWS. */
export interface FunctionCall {
  /** What it needed permission for: says which service and which tables, buses or queues it is about. */
  access: readonly AccessRequest[];
  run(): Promise<AwsResponse>;
  /** Resolves when the client has gone. */
  gone(): Promise<void>;
}

/** Runs a call with what the rules have for it. Answers `cut` when the connection is to end without an answer. */
export const faultyCall = async (faults: Faults, { access, run, gone }: FunctionCall): Promise<AwsResponse | 'cut'> => {
  const service = services[access[0]?.action.split(':')[0] ?? ''];
  if (!service) return run();
  const struck = faults.strike(service.at, access.map(targetOf), kindsFor(service, access));
  if (struck.length === 0) return run();

  await wait(faults, service.at, struck);
  const has = (kind: FaultKind) => struck.some((fault) => fault.kind === kind);
  const hanging = struck.find(({ kind }) => kind === 'hang');
  if (hanging) {
    await faults.hold(`a call to ${service.at} hangs`, hanging.delayMs, gone());
    return 'cut';
  }
  if (has('throttle')) throw service.throttled();
  if (has('error')) throw new AwsFault('InternalServerError', '', 500);
  const first = await run();
  const answer = has('duplicate') ? await run() : first;
  return has('lose-answer') ? 'cut' : answer;
};

const kindsFor = ({ kinds }: CalledService, access: readonly AccessRequest[]): readonly FaultKind[] =>
  access.some(({ action }) => writes.has(action)) ? [...kinds, 'duplicate'] : kinds;

const wait = async (faults: Faults, at: FaultPlace, struck: readonly Fault[]): Promise<void> => {
  const ms = struck.filter(({ kind }) => kind === 'delay').reduce((sum, { delayMs }) => sum + delayMs, 0);
  if (ms > 0) await faults.hold(`a call to ${at} waits`, ms);
};

/** The bare name in an ARN: `…:table/loans/index/by-day` → `loans`, `…:event-bus/main` → `main`, `…:queue` → `queue`. */
const targetOf = ({ resource }: AccessRequest): string => {
  const name = resource.split(':').slice(5).join(':');
  return /^(?:table|event-bus)\/([^/]+)/.exec(name)?.[1] ?? name;
};
