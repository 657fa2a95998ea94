/**
 * What the parts of the local runtime ask of each other. Each part is built against these ports only, so that the
 * broker, the function pool, the AWS endpoint and the pollers can be tested alone.
 */

/** The movable clock: every rule, schedule, token and timer reads it; the process clock is never touched. */
export interface Clock {
  /** Business time: process time plus the offset. */
  now(): Date;
  offsetMs(): number;
  /** Called with the instants before and after a move; the mover waits for all of them. */
  onMove(listener: (from: Date, to: Date) => Promise<void>): void;
}

/** What came back from one invocation; the shapes follow the Lambda Invoke API. */
export type InvokeResult =
  | { ok: true; payload: unknown }
  | { ok: false; errorType: string; errorMessage: string; trace?: readonly string[] };

/** Runs a function of the assembly by its physical name; waits for a free worker. Never rejects: a fault is a result. */
export interface FunctionInvoker {
  invoke(functionName: string, event: unknown, options?: { traceHeader?: string }): Promise<InvokeResult>;
}

/** Everything on its way, so that `GET /_local/idle` can tell when the system has settled. */
export interface Activity {
  /** Marks work as begun; call the answer when it has ended. */
  begin(what: string): () => void;
  /** A part that knows its own backlog (unread stream records, messages in a queue, consumer lag), one line an item. */
  source(pending: () => readonly string[] | Promise<readonly string[]>): void;
}

/** One structured line of the runtime's own log (not a function's). */
export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** A caller of the AWS endpoint: a function's role, or somebody outside (no limits). */
export type Principal =
  | { kind: 'outside' }
  | { kind: 'function'; functionName: string; roleArn: string; statements: readonly PolicyStatement[] };

/** A statement of a role's policy after intrinsics are resolved. */
export interface PolicyStatement {
  effect: 'Allow' | 'Deny';
  actions: readonly string[];
  resources: readonly string[];
  /** As in the template: operator → key → values. */
  conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** One permission that a call needs. `context` holds condition keys, e.g. `dynamodb:LeadingKeys`. */
export interface AccessRequest {
  action: string;
  resource: string;
  context?: Readonly<Record<string, readonly string[]>>;
}

/** Answers why a call is refused, in AWS's own words, or undefined when it is allowed. */
export type Authorize = (principal: Principal, request: AccessRequest) => string | undefined;

/** A running part; `stop` resolves when all it started has ended. */
export interface Running {
  stop(): Promise<void>;
}

/** A resource of the assembly with every intrinsic resolved; names and ARNs are the physical ones. */
export interface Resource<Properties = Record<string, unknown>> {
  stack: string;
  logicalId: string;
  type: string;
  physicalId: string;
  arn: string;
  properties: Properties;
}
