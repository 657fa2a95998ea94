import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OrderId } from '../../../../events/ids.ts';
import { trackActivity } from '../../../../local/activity.ts';
import { openEventBuses } from '../../../../local/aws/eventbridge-buses.ts';
import { eventually, givenEndpoint, keptLog, scratch } from '../../../../local/aws/given-aws.ts';
import { statesService } from '../../../../local/aws/states.ts';
import { openClock } from '../../../../local/clock.ts';
import type { Running } from '../../../../local/ports.ts';
import { openStateMachines } from '../../../../local/states/state-machines.ts';
import { stepFunctions } from './step-functions.ts';

const here = 'ap-northeast-1:000000000000';
const arn = `arn:aws:states:${here}:stateMachine:saga`;
const definition = JSON.stringify({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { FunctionName: 'ask', 'Payload.$': '$$.Task.Token' },
      TimeoutSeconds: 3_600,
      End: true,
    },
  },
});
const orderId = OrderId.parse('order-1');
const input = { orderId, begin: 'order', correlationId: 'journey-1' } as const;

let stop: () => Promise<void>;
let url: string;
let tokens: string[] = [];
beforeEach(async () => {
  const place = scratch();
  const clock = openClock(place.state);
  const account = { region: 'ap-northeast-1', accountId: '000000000000' };
  tokens = [];
  const machines = openStateMachines({
    machines: [{ arn, name: 'saga', roleArn: 'arn:aws:iam::000000000000:role/saga', definition }],
    state: place.state,
    clock,
    buses: openEventBuses({ resources: [], state: place.state, clock, account }),
    activity: trackActivity(),
    invoker: () => ({
      invoke: async (_, token) => {
        tokens.push(String(token));
        return { ok: true, payload: null };
      },
    }),
    refusal: () => undefined,
    log: keptLog(),
  });
  const endpoint = await givenEndpoint([statesService(machines, keptLog())]);
  const all: Running[] = [endpoint, machines.begin()];
  url = endpoint.url;
  stop = async () => {
    for (const one of all.toReversed()) await one.stop();
    place.remove();
  };
});
afterEach(() => stop());

const sagas = (of = arn, at = url) =>
  stepFunctions(of, {
    AWS_ENDPOINT_URL: at,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'function',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });

describe('sagas on Step Functions', () => {
  it('are started once under one name, whatever comes with it', async () => {
    await sagas().start('order-1', input);
    await sagas().start('order-1', input);
    await sagas().start('order-1', { ...input, correlationId: 'another' });
    await eventually(() => tokens[0]);
    expect(tokens).toHaveLength(1);
  });

  it('hear the answer of a step once; late, twice or to nobody it is harmless', async () => {
    await sagas().start('order-1', input);
    await eventually(() => tokens[0]);
    expect(tokens).toHaveLength(1);
    await sagas().answer(tokens[0] ?? '', { outcome: 'done' });
    await sagas().answer(tokens[0] ?? '', { outcome: 'refused' });
    await sagas().answer('a token that nobody gave out', { outcome: 'done' });
  });

  it('that are not there are a fault that says so', () =>
    expect(sagas(`${arn}-gone`).start('order-1', input)).rejects.toMatchObject({
      name: 'StepFunctionsRefused',
      reason: 'StateMachineDoesNotExist',
    }));

  it('that cannot be reached are a fault that may pass', () =>
    expect(sagas(arn, 'http://127.0.0.1:1').start('order-1', input)).rejects.toMatchObject({ name: 'TransientFault' }));
});
