import { signedClient } from '../../signed-client.ts';
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

const RETRIES = 4;

/** Objects in an S3 bucket; hardly any commit is so large, so the client is made for the first one. */
export const s3Blobs = (bucket: string, environment: NodeJS.ProcessEnv = process.env): Blobs => {
  let signing: ReturnType<typeof signedClient> | undefined;
  const send = async (key: string, init: RequestInit) => {
    signing ??= signedClient('s3', RETRIES, environment);
    const answer = await signing.fetch(urlOf(bucket, key, environment), init);
    if (!answer.ok) throw new BlobFault(key, answer.status);
    return answer;
  };
  return {
    put: async (key, bytes) => void (await send(key, { method: 'PUT', body: Buffer.from(bytes) })),
    get: async (key) => new Uint8Array(await (await send(key, { method: 'GET' })).arrayBuffer()),
  };
};
