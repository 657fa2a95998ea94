import type { IncomingMessage } from 'node:http';
import type { AwsService } from './aws-service.ts';

/** Who signs and for which service, read from the signature's credential scope. */
export interface Credential {
  accessKeyId: string;
  scope: string;
}

const inHeader = /Credential=([^/\s,]+)\/[^/]+\/[^/]+\/([^/]+)\/aws4_request/;
const inQuery = /^([^/]+)\/[^/]+\/[^/]+\/([^/]+)\/aws4_request$/;

/** The credential of a signed (header) or presigned (query) request; undefined without one. */
export const credentialOf = (request: IncomingMessage, query: URLSearchParams): Credential | undefined => {
  const header = inHeader.exec(request.headers.authorization ?? '');
  const found = header ?? inQuery.exec(query.get('X-Amz-Credential') ?? '');
  return found?.[1] && found[2] ? { accessKeyId: found[1], scope: found[2] } : undefined;
};

/** Splits X-Amz-Target into the service's prefix and the operation. */
export const targetOf = (request: IncomingMessage): { prefix: string; operation: string } => {
  const header = request.headers['x-amz-target'];
  const target = typeof header === 'string' ? header : '';
  const dot = target.lastIndexOf('.');
  return dot < 0 ? { prefix: '', operation: '' } : { prefix: target.slice(0, dot), operation: target.slice(dot + 1) };
};

/** Finds a service: by X-Amz-Target first, because DynamoDB Streams signs as `dynamodb`, then by credential scope. */
export const directory = (services: readonly AwsService[]) => {
  const byTarget = new Map(services.flatMap((service) => service.targets.map((target) => [target, service] as const)));
  const byName = new Map(services.flatMap((service) => service.names.map((name) => [name, service] as const)));
  return (prefix: string, scope: string): AwsService | undefined => byTarget.get(prefix) ?? byName.get(scope);
};
