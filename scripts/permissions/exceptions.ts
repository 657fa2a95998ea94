import { subscriptions } from '../../events/subscriptions.ts';
import type { Exception } from './comparison.ts';

const listeners = Object.keys(subscriptions);

/** Why a permission stays that no journey uses. One that nothing needs any more fails, as a permission without reason does. */
export const exceptions: readonly Exception[] = [
  {
    because: 'a commit above 300 KB lies in S3 (decision 12), and no journey writes so much at once',
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: ['commits/main/*'],
  },
  {
    because: 'an idempotency key may come with every command',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    resources: ['table/claims'],
    conditions: ['main#request#*'],
    playedByAnother: true,
  },
  {
    because: 'a decision that changes nothing, but is kept under an idempotency key, checks the streams that it read',
    actions: ['dynamodb:ConditionCheckItem'],
    resources: ['table/events'],
    playedByAnother: true,
  },
  {
    because: 'a snapshot is kept when a stream has grown by fifty commits, and read by the next who comes afresh',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    resources: ['table/snapshots'],
    playedByAnother: true,
  },
  {
    because: 'a listener reads what it missed when events come out of order',
    owners: listeners,
    actions: ['dynamodb:Query'],
    resources: ['table/events'],
    playedByAnother: true,
  },
  {
    because: 'a listener sets aside what it can never take',
    owners: listeners,
    actions: ['dynamodb:UpdateItem'],
    resources: ['table/dead-letters'],
    playedByAnother: true,
  },
  {
    because: 'who begins a stream reads it only when another transaction crossed its own',
    owners: ['borrow', 'create-product', 'create-volume', 'place-order', 'post-comment'],
    actions: ['dynamodb:Query'],
    resources: ['table/events'],
    playedByAnother: true,
  },
  {
    because: 'a rebuild reads again, row by row, what changed while it filled the new generation',
    owners: ['*-maintenance'],
    actions: ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    resources: ['table/events', 'table/view-*'],
    playedByAnother: true,
  },
  {
    because: 'a rebuild that is not done after fifteen minutes hands over to itself',
    owners: ['*-maintenance'],
    actions: ['lambda:InvokeFunction'],
    resources: ['function:*-maintenance'],
  },
  {
    because: 'each read model can be rebuilt, verified and given up; journeys do it to some',
    owners: ['rebuild-projection', 'verify-projection', 'cancel-rebuild'],
    actions: ['lambda:InvokeFunction'],
    resources: ['function:*-maintenance'],
    playedByAnother: true,
  },
  {
    because: 'a dead letter of any listener can be redriven; journeys do it to some',
    owners: ['redriver'],
    actions: ['lambda:InvokeFunction'],
    resources: ['function:*'],
    playedByAnother: true,
  },
  {
    because: 'with a consistency token a query waits for the row, or the place in the stream, of what its caller wrote',
    owners: ['*-query'],
    actions: ['dynamodb:GetItem', 'dynamodb:Query'],
    resources: ['table/view-*', 'table/events'],
    playedByAnother: true,
  },
  {
    because: 'the key of a new member is read back when the answer to its making was lost',
    owners: ['register'],
    actions: ['kms:Decrypt'],
    resources: ['key of data (personaldatakey)'],
    playedByAnother: true,
  },
  {
    because:
      'what needs no carrier, such as a parcel that was arranged before a step was repeated, the step answers itself',
    owners: ['arrange-shipping'],
    actions: ['dynamodb:PutItem', 'states:SendTaskSuccess'],
    resources: ['table/events', 'stateMachine:order-saga'],
    playedByAnother: true,
    atTimes: true,
  },
  {
    because: 'the carrier is asked when it has not answered in time, which it mostly has',
    owners: ['ask-carrier', 'role/orders-ordersaga*'],
    actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'lambda:InvokeFunction'],
    resources: ['table/parcels', 'table/events', 'function:ask-carrier'],
    atTimes: true,
  },
  {
    because:
      'an order that could not be given back, or whose saga ended before it, is told to a person (`tests/saga` plays it)',
    owners: ['call-person', 'saga-ended', 'role/orders-ordersaga*'],
    actions: ['dynamodb:Query', 'dynamodb:PutItem', 'lambda:InvokeFunction'],
    resources: ['table/events', 'function:call-person'],
    atTimes: true,
  },
  {
    because: 'a mail that SES refused is given back, for the next who tries',
    owners: ['notices'],
    actions: ['dynamodb:DeleteItem'],
    resources: ['table/mails'],
    atTimes: true,
  },
  {
    because: 'keys that a rotation made are used as the first one is',
    actions: ['kms:Sign', 'kms:GetPublicKey'],
    resources: ['key/*'],
    playedByAnother: true,
  },
];
