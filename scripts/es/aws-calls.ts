import { endpointOf, signedClient } from '../../functions/platform/signed-client.ts';
import type { Target } from './target.ts';

const RETRIES = 10;

/** Region and credentials of a target as a function would have them in its environment. */
export const awsEnvironment = async ({ client, aws }: Target): Promise<NodeJS.ProcessEnv & { AWS_REGION: string }> => {
  const [region, { accessKeyId, secretAccessKey, sessionToken }] = await Promise.all([
    client.config.region(),
    client.config.credentials(),
  ]);
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    ...(aws.endpoint !== undefined && { AWS_ENDPOINT_URL: aws.endpoint }),
  };
};

/** A signed call to a service that has no SDK client here. */
export const signedCall = async (
  target: Target,
  service: string,
  path: string,
  init: RequestInit,
): Promise<Response> => {
  const environment = await awsEnvironment(target);
  const base = endpointOf(service, environment);
  return signedClient(service, RETRIES, environment).fetch(`${base}${path}`, { method: 'POST', ...init });
};

/** The account whose credentials these are. */
export const accountOf = async (target: Target): Promise<string> => {
  const answer = await signedCall(target, 'sts', '/', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  });
  const account = /<Account>(\d{12})<\/Account>/.exec(await answer.text())?.[1];
  if (account === undefined) throw new Error(`STS answered ${answer.status} without an account`);
  return account;
};
