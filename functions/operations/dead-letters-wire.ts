import { documents } from '../platform/aws-clients.ts';
import { dynamoDeadLetterBox } from '../platform/dead-letters/dynamodb.ts';
import { setting } from '../platform/environment.ts';
import { refuse } from '../platform/http/problem.ts';
import { lambdaApi } from '../platform/lambda-api.ts';
import { letterKeyOf } from './dead-letter-id.ts';
import type { RedriveOrder } from './redriver/order.ts';

export const box = dynamoDeadLetterBox(documents, setting('DEAD_LETTERS_TABLE'));

/** Sends dead letters again, some time from now. */
export const order = (wanted: RedriveOrder): Promise<void> => lambdaApi().start(setting('REDRIVER'), wanted);

/** A dead letter by its public id; 404 when there is none. */
export const letterOf = async (deadLetterId: string) => {
  const key = letterKeyOf(deadLetterId);
  return (key && (await box.find(key))) ?? refuse(404, 'not-found');
};
