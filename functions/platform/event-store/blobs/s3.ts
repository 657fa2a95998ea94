import { AwsClient } from 'aws4fetch';
import type { Blobs } from './port.ts';

/** A refusal by S3; `status` is HTTP's. */
export class BlobFault extends Error {
  override readonly name = 'BlobFault';
  readonly status: number;
  constructor(key: string, status: number) {
    super(`S3 answered ${status} for ${key}`);
    this.status = status;
  }
}

/** Where a bucket is: by path at an endpoint from the environment, by host name on AWS. */
const urlOf = (bucket: string, key: string, { AWS_ENDPOINT_URL, AWS_REGION }: NodeJS.ProcessEnv) => {
  const path = key.split('/').map(encodeURIComponent).join('/');
  return AWS_ENDPOINT_URL
    ? `${AWS_ENDPOINT_URL}/${bucket}/${path}`
    : `https://${bucket}.s3.${AWS_REGION}.amazonaws.com/${path}`;
};

const client = ({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION }: NodeJS.ProcessEnv) =>
  new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    ...(AWS_REGION && { region: AWS_REGION }),
    service: 's3',
    retries: 4,
  });

/**
 * Objects in an S3 bucket. Two verbs need no SDK: its client would add 90 KB to every bundle, and hardly any commit is this
 * large.
 */
export const s3Blobs = (bucket: string, environment: NodeJS.ProcessEnv = process.env): Blobs => {
  let signing: AwsClient | undefined;
  const send = async (key: string, init: RequestInit) => {
    signing ??= client(environment);
    const answer = await signing.fetch(urlOf(bucket, key, environment), init);
    if (!answer.ok) throw new BlobFault(key, answer.status);
    return answer;
  };
  return {
    put: async (key, bytes) => void (await send(key, { method: 'PUT', body: Buffer.from(bytes) })),
    get: async (key) => new Uint8Array(await (await send(key, { method: 'GET' })).arrayBuffer()),
  };
};
