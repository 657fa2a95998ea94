import { signedClient } from '../../functions/platform/signed-client.ts';
import type { Emulator } from '../../scripts/emulator/target.ts';

interface Question {
  service: string;
  path?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

const json = (service: string, target: string): Question => ({
  service,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  body: '{}',
});
const form = (service: string, action: string, version: string): Question => ({
  service,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ Action: action, Version: version }).toString(),
});

/** How each service lists what it has. KMS is not asked: a key waits for weeks before it goes, on AWS as here. */
const questions = {
  stacks: form('cloudformation', 'DescribeStacks', '2010-05-15'),
  roles: form('iam', 'ListRoles', '2010-05-08'),
  tables: json('dynamodb', 'DynamoDB_20120810.ListTables'),
  queues: json('sqs', 'AmazonSQS.ListQueues'),
  'state machines': json('states', 'AWSStepFunctions.ListStateMachines'),
  'log groups': json('logs', 'Logs_20140328.DescribeLogGroups'),
  rules: json('events', 'AWSEvents.ListRules'),
  buses: json('events', 'AWSEvents.ListEventBuses'),
  aliases: json('kms', 'TrentService.ListAliases'),
  functions: { service: 'lambda', path: '/2015-03-31/functions/' },
  mappings: { service: 'lambda', path: '/2015-03-31/event-source-mappings/' },
  apis: { service: 'apigateway', path: '/v2/apis' },
  buckets: { service: 's3', path: '/' },
} as const satisfies Record<string, Question>;

const namesIn = async ({ endpoint, environment }: Emulator, { service, path = '/', headers = {}, body }: Question) => {
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body };
  const answer = await signedClient(service, 0, environment).fetch(`${endpoint}${path}`, sent);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} lists nothing: ${answer.status} ${text}`);
  return [...new Set(text.match(/bunko-emulator[\w-]*/g) ?? [])];
};

/** The names of ours that an emulator has, by what they name. */
export const leftIn = async (emulator: Emulator): Promise<Readonly<Record<string, readonly string[]>>> => {
  const asked = Object.entries<Question>(questions).map(
    async ([kind, question]) => [kind, await namesIn(emulator, question)] as const,
  );
  return Object.fromEntries(await Promise.all(asked));
};
