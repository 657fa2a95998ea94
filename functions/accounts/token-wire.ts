import { KMSClient } from '@aws-sdk/client-kms';
import { setting } from '../platform/environment.ts';
import { tracer } from '../platform/telemetry.ts';
import { accessTokens } from './tokens/access-token.ts';
import { kmsSigningKeys } from './tokens/signing-keys.ts';

/** What stands behind the access tokens; apart from the rest, so that the authorizer carries no database client. */
export const signingKeys = kmsSigningKeys(
  tracer.captureAWSv3Client(new KMSClient({})),
  setting('SIGNING_KEYS').split(','),
);
export const issuer = setting('ISSUER');
export const tokens = accessTokens(signingKeys, issuer);
