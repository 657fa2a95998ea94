import { KMSClient } from '@aws-sdk/client-kms';
import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { tracer } from '../platform/telemetry.ts';
import { accessTokens } from './tokens/access-token.ts';
import { dynamoKeyBook } from './tokens/key-book/dynamodb.ts';
import { kmsSigningKeys } from './tokens/signing-keys.ts';

/** What stands behind the access tokens; apart from the rest, because the authorizer begins no session. */
const book = dynamoKeyBook(documents, setting('SESSIONS_TABLE'), setting('SIGNING_KEY'));
export const signingKeys = kmsSigningKeys(tracer.captureAWSv3Client(new KMSClient({})), book);
export const issuer = setting('ISSUER');
export const tokens = accessTokens(signingKeys, issuer);
