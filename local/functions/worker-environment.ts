import type { FunctionDefinition } from './function-definition.ts';

/** What all functions share: where AWS is on this machine. */
export interface Surroundings {
  region: string;
  /** Base URL of the AWS endpoint. */
  endpointUrl: string;
  /** `host:port` of the X-Ray daemon's UDP socket. */
  xrayAddress: string;
}

/** The environment of one worker, as Lambda sets it; nothing of this process's own environment gets in. */
export const workerEnvironment = (
  { name, handler, memoryMb, environment, codeDir, logGroup, accessKeyId }: FunctionDefinition,
  logStream: string,
  { region, endpointUrl, xrayAddress }: Surroundings,
): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  AWS_ENDPOINT_URL: endpointUrl,
  AWS_XRAY_DAEMON_ADDRESS: xrayAddress,
  AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
  ...environment,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
  AWS_LAMBDA_LOG_STREAM_NAME: logStream,
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
  LAMBDA_TASK_ROOT: codeDir,
  _HANDLER: handler,
});
