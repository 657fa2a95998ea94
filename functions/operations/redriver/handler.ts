import { documents } from '../../platform/aws-clients.ts';
import { dynamoDeadLetterBox } from '../../platform/dead-letters/dynamodb.ts';
import { redrive } from '../../platform/dead-letters/redrive.ts';
import { setting } from '../../platform/environment.ts';
import { lambda } from '../../platform/lambda.ts';
import { lambdaApi } from '../../platform/lambda-api.ts';
import { telemetry } from '../../platform/telemetry.ts';
import { lettersOf } from './letters-of.ts';
import { RedriveOrder } from './order.ts';

const box = dynamoDeadLetterBox(documents, setting('DEAD_LETTERS_TABLE'));
const { invoke } = lambdaApi();
const send = redrive({
  box,
  runConsumer: (consumer, batch) => invoke(`${setting('FUNCTION_PREFIX')}${consumer}`, batch),
  now: () => new Date(),
});

/** Sends dead letters to their consumers again, one after the other; run in the background by the operations API. */
export const handler = lambda<unknown, { taken: number; refused: number }>(async (event) => {
  const counts = { taken: 0, refused: 0, 'not-found': 0 };
  for (const letter of await lettersOf(box, RedriveOrder.parse(event))) counts[await send(letter)] += 1;
  telemetry.info('dead letters were sent again', counts);
  return counts;
});
