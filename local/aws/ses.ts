import * as z from 'zod';
import type { AccessRequest, Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { AwsService } from './aws-service.ts';
import { jsonAnswer, jsonBody, jsonFailure, unknownOperation } from './json-protocol.ts';
import { bareAddress, SendEmailInput, type SesParts, sendEmail } from './ses-send.ts';

const CONTENT_TYPE = 'application/json';

/** SESv2 over REST JSON: SendEmail. Mails are kept for reading, none leaves the machine. */
export const sesService = (parts: SesParts, log: Log): AwsService => ({
  names: ['ses'],
  targets: [],
  refusalStatus: 403,
  failure: (fault) => jsonFailure(fault, CONTENT_TYPE),
  call({ method, path, body }) {
    if (method !== 'POST' || path !== '/v2/email/outbound-emails')
      throw unknownOperation('ses', `${method} ${path}`, log);
    const parsed = SendEmailInput.safeParse(jsonBody(body));
    if (!parsed.success) throw new AwsFault('BadRequestException', z.prettifyError(parsed.error));
    return {
      access: () => accessOf(parts, parsed.data),
      run: async () => jsonAnswer({ MessageId: sendEmail(parts, parsed.data) }, CONTENT_TYPE),
    };
  },
});

const accessOf = ({ template, account }: SesParts, input: SendEmailInput): AccessRequest[] => {
  const arn = (path: string) => `arn:aws:ses:${account.region}:${account.accountId}:${path}`;
  const from = bareAddress(input.FromEmailAddress);
  const context = { 'ses:FromAddress': [from], 'ses:Recipients': input.Destination.ToAddresses.map(bareAddress) };
  const resources = [arn(`identity/${template.identityOf(from) ?? from}`)];
  if (input.ConfigurationSetName !== undefined) resources.push(arn(`configuration-set/${input.ConfigurationSetName}`));
  return resources.map((resource) => ({ action: 'ses:SendEmail', resource, context }));
};
