import type { Clock, Log, Resource } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { AwsCall, AwsRequest, AwsResponse, AwsService } from './aws-service.ts';
import type { ObjectInfo, Objects } from './s3-objects.ts';

interface S3Options {
  resources: readonly Resource[];
  objects: Objects;
  clock: Clock;
  log: Log;
}

/** S3 takes 5 GB in one request; the runtime keeps a request in memory. */
const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const failure = ({ code, message, status }: AwsFault): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>`,
});

const headersOf = ({ etag, contentType, modified }: ObjectInfo) => ({
  etag: `"${etag}"`,
  'content-type': contentType,
  'last-modified': new Date(modified).toUTCString(),
});

/** The bucket and the key of a path-style request. */
const addressed = (path: string): { bucket: string; key: string } => {
  const [, bucket = '', ...key] = path.split('/');
  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/') };
};

const noSuchKey = () => new AwsFault('NoSuchKey', 'The specified key does not exist.', 404);

/** S3 by path-style requests: put, get, head and delete objects of the template's buckets. */
export const s3Service = (options: S3Options): AwsService => ({
  names: ['s3'],
  targets: [],
  refusalStatus: 403,
  maxBodyBytes: MAX_OBJECT_BYTES,
  failure,
  call: (request) => callOf(options, request),
});

const callOf = ({ resources, objects, clock, log }: S3Options, request: AwsRequest): AwsCall => {
  const { bucket, key } = addressed(request.path);
  const known = resources.find(({ type, physicalId }) => type === 'AWS::S3::Bucket' && physicalId === bucket);
  if (!known) throw new AwsFault('NoSuchBucket', 'The specified bucket does not exist', 404);
  const work = workOn(objects, bucket, key, request, clock);
  const found = key === '' ? undefined : work[request.method];
  if (!found) {
    log.warn('an S3 operation that is not offered offline was called', { method: request.method, path: request.path });
    throw new AwsFault('NotImplemented', 'The operation is not offered offline', 501);
  }
  const [action, run] = found;
  return { access: () => [{ action, resource: `${known.arn}/${key}` }], run };
};

type Work = Readonly<Record<string, readonly [action: string, run: () => Promise<AwsResponse>]>>;

const workOn = (objects: Objects, bucket: string, key: string, request: AwsRequest, clock: Clock): Work => ({
  PUT: [
    's3:PutObject',
    async () => {
      const contentType = request.headers['content-type'] ?? 'binary/octet-stream';
      const put = await objects.put(bucket, key, request.body, contentType, clock.now());
      return { status: 200, headers: { etag: `"${put.etag}"` }, body: '' };
    },
  ],
  GET: [
    's3:GetObject',
    async () => {
      const info = objects.info(bucket, key);
      const body = await objects.get(bucket, key);
      if (!info || !body) throw noSuchKey();
      return { status: 200, headers: headersOf(info), body };
    },
  ],
  HEAD: [
    's3:GetObject',
    async () => {
      const info = objects.info(bucket, key);
      if (!info) throw noSuchKey();
      return { status: 200, headers: headersOf(info), body: '' };
    },
  ],
  DELETE: [
    's3:DeleteObject',
    async () => {
      await objects.remove(bucket, key);
      return { status: 204, headers: {}, body: '' };
    },
  ],
});
