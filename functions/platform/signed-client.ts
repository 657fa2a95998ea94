import { AwsClient } from 'aws4fetch';

/**
 * A client that signs requests to one AWS service with the credentials of an environment, for the few calls that need no SDK
 * client: each of those would add 60 to 90 KB to a bundle. `retries` are those after a fault of the service or the way to it.
 */
export const signedClient = (
  service: string,
  retries: number,
  { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION }: NodeJS.ProcessEnv,
): AwsClient =>
  new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    ...(AWS_REGION && { region: AWS_REGION }),
    service,
    retries,
  });

/** Where a regional service answers: the environment's endpoint, or its own on AWS. */
export const endpointOf = (service: string, { AWS_ENDPOINT_URL, AWS_REGION }: NodeJS.ProcessEnv): string =>
  AWS_ENDPOINT_URL ?? `https://${service}.${AWS_REGION}.amazonaws.com`;
