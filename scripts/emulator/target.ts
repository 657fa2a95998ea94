import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the assembly of the last deployment is: what polls for the emulator reads it. */
export const assemblyDir = join(root, '.bunko', 'emulator', 'assembly');

/** The account that LocalStack-compatible emulators give to whoever has no other. */
export const ACCOUNT = '000000000000';
const REGION = 'ap-northeast-1';

/** A LocalStack-compatible emulator, and the environment in which tools reach it. */
export interface Emulator {
  /** Without a slash at the end; an address and not a name, so that S3 puts buckets into the path. */
  endpoint: string;
  region: string;
  environment: NodeJS.ProcessEnv;
}

/** The emulator that `AWS_ENDPOINT_URL` names, or the one of the compose file. Any credentials will do. */
export const emulatorIn = (environment: NodeJS.ProcessEnv): Emulator => {
  const endpoint = (environment.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566').replace(/\/+$/, '');
  const region = environment.AWS_REGION ?? REGION;
  return {
    endpoint,
    region,
    environment: {
      ...environment,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: environment.AWS_ACCESS_KEY_ID ?? 'emulator',
      AWS_SECRET_ACCESS_KEY: environment.AWS_SECRET_ACCESS_KEY ?? 'emulator',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      CDK_DEFAULT_ACCOUNT: ACCOUNT,
      CDK_DEFAULT_REGION: region,
    },
  };
};

/** Whether anything answers there. */
export const isReachable = async ({ endpoint }: Emulator): Promise<boolean> =>
  fetch(`${endpoint}/_localstack/health`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
