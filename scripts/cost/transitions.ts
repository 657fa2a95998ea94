import {
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';

const LOCAL = { region: 'ap-northeast-1', credentials: { accessKeyId: 'cost', secretAccessKey: 'cost' } } as const;

/** Step Functions charges for each state that is entered, and for each further try of a task. */
const transitionsIn = (events: readonly HistoryEvent[]): number => {
  const count = (isOne: (type: string) => boolean) => events.filter(({ type = '' }) => isOne(type)).length;
  const entered = count((type) => type.endsWith('StateEntered'));
  const tries = count((type) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled');
  return entered + Math.max(0, tries - count((type) => type === 'TaskStateEntered'));
};

const historyOf = async (client: SFNClient, executionArn: string, nextToken?: string): Promise<HistoryEvent[]> => {
  const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1_000, nextToken }));
  const rest = page.nextToken === undefined ? [] : await historyOf(client, executionArn, page.nextToken);
  return [...(page.events ?? []), ...rest];
};

/** Transitions of every execution that there was, by state machine; the newest thousand of each count. */
export const transitionsAt = async (endpoint: string): Promise<Record<string, number>> => {
  const client = new SFNClient({ ...LOCAL, endpoint });
  const found: Record<string, number> = {};
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  for (const { stateMachineArn, name = '' } of stateMachines) {
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1_000 }));
    found[name] = 0;
    for (const { executionArn = '' } of executions) found[name] += transitionsIn(await historyOf(client, executionArn));
  }
  client.destroy();
  return found;
};
