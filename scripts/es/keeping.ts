import { KMSClient } from '@aws-sdk/client-kms';
import type { Blobs } from '../../functions/platform/event-store/blobs/port.ts';
import { s3Blobs } from '../../functions/platform/event-store/blobs/s3.ts';
import type { Safekeeping } from '../../functions/platform/event-store/safekeeping.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { dynamoVault } from '../../functions/platform/event-store/vault/dynamodb.ts';
import { accountOf, awsEnvironment } from './aws-calls.ts';
import type { Target } from './target.ts';

/** The objects of large commits; the bucket's name is asked for when the first one is met. */
export const commitBlobs = (target: Target): Pick<Blobs, 'get'> => {
  const open = async () => {
    const environment = await awsEnvironment(target);
    return s3Blobs(`${target.name('commits')}-${await accountOf(target)}-${environment.AWS_REGION}`, environment);
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    async get(key) {
      opened ??= open();
      return (await opened).get(key);
    },
  };
};

/** How the items of a table are read: personal data opened only for who asks for it. Nothing is ever written. */
export const keepingOf = (target: Target, { personal }: { personal: boolean }): Safekeeping => {
  const settings = { table: target.name('subject-keys'), kmsKey: `alias/${target.name('personal-data')}` };
  const vault = personal ? dynamoVault(target.documents, new KMSClient(target.aws), settings) : closedVault;
  const put = async () => {
    throw new Error('this command only reads');
  };
  return { vault, blobs: { ...commitBlobs(target), put } };
};
