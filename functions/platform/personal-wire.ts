import { KMSClient } from '@aws-sdk/client-kms';
import { documents } from './aws-clients.ts';
import { commandLoop } from './command-loop.ts';
import { setting } from './environment.ts';
import { dynamoVault } from './event-store/vault/dynamodb.ts';
import { eventStoreWith } from './wire.ts';

/** For functions whose stack says `knowsPersonalData()`: the same adapters, with a vault that opens and seals. */
export const personalVault = dynamoVault(documents, new KMSClient({}), {
  table: setting('SUBJECT_KEYS_TABLE'),
  kmsKey: setting('PERSONAL_DATA_KEY'),
});

export const personalEventStore = eventStoreWith(personalVault);
export const decidePersonally = commandLoop(personalEventStore);
