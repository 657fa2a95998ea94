import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';

const MACHINE = 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:bunko-local-order-saga';

export const stepFunctionsAt = (endpoint: string): SFNClient =>
  new SFNClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });

/** The transitions of an execution as they are billed: every state that is entered, and every further attempt of a task. */
const transitionsOf = async (client: SFNClient, executionArn: string): Promise<number> => {
  const types: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken }));
    for (const { type = '' } of page.events ?? []) types.push(type);
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  const count = (wanted: (type: string) => boolean) => types.filter(wanted).length;
  const attempts = count((type) => type === 'TaskScheduled');
  const tasks = count((type) => type === 'TaskStateEntered');
  return count((type) => type.endsWith('StateEntered')) + attempts - tasks;
};

/** The transitions of each saga that has ended, by the order's id. */
export const transitionsOfSagas = async (client: SFNClient): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListExecutionsCommand({ stateMachineArn: MACHINE, statusFilter: 'SUCCEEDED', maxResults: 100, nextToken }),
    );
    for (const { executionArn = '', name = '' } of page.executions ?? [])
      found.set(name, await transitionsOf(client, executionArn));
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  return found;
};
