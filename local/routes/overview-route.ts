import type { Skipped } from '../assembly/resolve-assembly.ts';
import { jsonAnswer } from '../http/gateway-response.ts';
import type { Clock } from '../ports.ts';
import type { LocalRoute } from './local-route.ts';

/** What `GET /_local` tells about the running system. */
export interface Overview {
  ready(): boolean;
  url(): string;
  kafkaBrokers: readonly string[];
  dynamodbEndpoint: string;
  /** A short name (`events`) → the table's physical name. */
  tables: Readonly<Record<string, string>>;
  functions(): readonly { name: string; handler: string; warm: number }[];
  stateMachines(): readonly { name: string; arn: string }[];
  skipped: readonly Skipped[];
  clock: Clock;
}

/** Shows what runs and where. */
export const overviewRoute = (overview: Overview): LocalRoute => ({
  routeKey: 'GET /_local',
  answer: () =>
    jsonAnswer(200, {
      ready: overview.ready(),
      url: overview.url(),
      kafka: { brokers: overview.kafkaBrokers },
      dynamodb: { endpoint: overview.dynamodbEndpoint },
      tables: overview.tables,
      functions: overview.functions().map(({ name, handler, warm }) => ({ name, handler, warm })),
      stateMachines: overview.stateMachines().map(({ name, arn }) => ({ name, arn })),
      skipped: overview.skipped,
      clock: { now: overview.clock.now().toISOString(), offsetMs: overview.clock.offsetMs() },
    }),
});
