import type { Log } from '../ports.ts';
import type { AwsFault } from './aws-fault.ts';
import type { Account, AwsResponse, AwsService } from './aws-service.ts';
import { unknownOperation } from './json-protocol.ts';

const xml = (status: number, body: string): AwsResponse => ({ status, headers: { 'content-type': 'text/xml' }, body });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Security Token Service over the query protocol: GetCallerIdentity, which needs no permission. */
export const stsService = ({ accountId }: Account, log: Log): AwsService => ({
  names: ['sts'],
  targets: [],
  refusalStatus: 403,
  failure: ({ code, message, status }: AwsFault) =>
    xml(
      status,
      `<ErrorResponse><Error><Type>Sender</Type><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
    ),
  call({ body }) {
    const action = new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
    if (action !== 'GetCallerIdentity') throw unknownOperation('sts', action, log);
    const identity = `<Arn>arn:aws:iam::${accountId}:root</Arn><UserId>${accountId}</UserId><Account>${accountId}</Account>`;
    const answer = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`;
    return { access: () => [], run: async () => xml(200, answer) };
  },
});
