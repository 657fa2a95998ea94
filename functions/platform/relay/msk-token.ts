import { createHash, createHmac } from 'node:crypto';

/** Credentials of the function's role, as Lambda puts them into the environment. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
}

const LIFETIME_SECONDS = 900;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * The bearer token with which MSK's IAM authentication (SASL/OAUTHBEARER) knows a role: a presigned
 * `kafka-cluster:Connect` (Signature Version 4 in the query), base64url. Signed locally; nothing is called.
 */
export const mskToken = (
  region: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  now: Date,
): string => {
  const host = `kafka.${region}.amazonaws.com`;
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${region}/kafka-cluster/aws4_request`;
  const query = new URLSearchParams(
    Object.fromEntries([
      ['Action', 'kafka-cluster:Connect'],
      ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['X-Amz-Credential', `${accessKeyId}/${scope}`],
      ['X-Amz-Date', time],
      ['X-Amz-Expires', String(LIFETIME_SECONDS)],
      ...(sessionToken === undefined ? [] : [['X-Amz-Security-Token', sessionToken] as const]),
      ['X-Amz-SignedHeaders', 'host'],
    ]),
  );
  const canonicalQuery = query.toString().replaceAll('+', '%20').replaceAll('*', '%2A');
  const canonical = ['GET', '/', canonicalQuery, `host:${host}\n`, 'host', sha256('')].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = ['kafka-cluster', 'aws4_request'].reduce(
    hmac,
    hmac(hmac(`AWS4${secretAccessKey}`, time.slice(0, 8)), region),
  );
  const signature = hmac(key, toSign).toString('hex');
  const url = `https://${host}/?${canonicalQuery}&X-Amz-Signature=${signature}&User-Agent=bunko`;
  return Buffer.from(url).toString('base64url');
};
