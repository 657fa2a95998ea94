import type { IncomingHttpHeaders } from 'node:http';
import type { AccessRequest } from '../ports.ts';
import type { AwsFault } from './aws-fault.ts';

/** One signed request to the AWS endpoint, as it came over HTTP. */
export interface AwsRequest {
  method: string;
  /** Path without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** What follows the dot of X-Amz-Target; empty for REST and query protocols. */
  operation: string;
  /** The service's name in the credential scope. */
  scope: string;
}

/** What goes back to the SDK. */
export interface AwsResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer | string;
}

/** A request that was understood: what the caller must be allowed to do, and the work itself. */
export interface AwsCall {
  /** Asked for function principals only. */
  access(): readonly AccessRequest[];
  run(): Promise<AwsResponse>;
}

/** One AWS service behind the endpoint. */
export interface AwsService {
  /** Names in the credential scope that lead here, e.g. `dynamodb`. */
  names: readonly string[];
  /** Prefixes of X-Amz-Target that lead here, e.g. `DynamoDB_20120810`. */
  targets: readonly string[];
  /** HTTP status of a refusal: 400 in the JSON protocols, 403 in the others. */
  refusalStatus: 400 | 403;
  /** Largest body in bytes; 16 MB unless a service says otherwise. */
  maxBodyBytes?: number;
  /** Understands a request; throws an `AwsFault` when it cannot. */
  call(request: AwsRequest): AwsCall;
  /** Writes an error in the service's own protocol. */
  failure(fault: AwsFault): AwsResponse;
}

/** Where this account lives: part of every ARN. */
export interface Account {
  region: string;
  accountId: string;
}

/** The account that stands for AWS on a laptop. */
export const localAccount: Account = { region: process.env.AWS_REGION ?? 'ap-northeast-1', accountId: '000000000000' };
