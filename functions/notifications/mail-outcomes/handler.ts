import { lambda } from '../../platform/lambda.ts';
import { mailRecords } from '../mail-wire.ts';
import { sentMailIn } from './sent-mail.ts';

/** Hears from SES, through EventBridge, which mails went out. Safe to repeat. */
export const handler = lambda<unknown, void>(async (event) => {
  const key = sentMailIn(event);
  if (key !== undefined) await mailRecords.sent(key, Date.now());
});
