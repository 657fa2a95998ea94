import { CreateKeyCommand, type KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import type { KeyMaker } from './port.ts';

/** KMS keeps a key this long before it removes it for good; the shortest time it offers. */
const DAYS_TO_REGRET = 7;

/** Keys in KMS with a tag that the roles of the functions ask for. The key of the stack is CloudFormation's to remove. */
export const kmsKeyMaker = (
  kms: KMSClient,
  { tag, keyOfTheStack }: { tag: { TagKey: string; TagValue: string }; keyOfTheStack: string },
): KeyMaker => ({
  async make() {
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
        Description: 'Signs the access tokens of Bunko',
        Tags: [tag],
      }),
    );
    if (!KeyMetadata?.KeyId) throw new Error('KMS made no key');
    return KeyMetadata.KeyId;
  },
  async letGo(keyId) {
    if (keyId === keyOfTheStack) return;
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: keyId, PendingWindowInDays: DAYS_TO_REGRET }));
  },
});
