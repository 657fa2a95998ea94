import type { Finding } from './comparison.ts';
import type { Grant } from './grant.ts';

/** `borrow: dynamodb:PutItem on table/events of main#loan#*`. */
const grantText = ({ owner, action, resource, condition }: Grant): string =>
  `${owner}: ${action} on ${resource}${condition === '' ? '' : ` of ${condition}`}`;

/** A finding in one line. */
export const findingText = (finding: Finding): string => {
  switch (finding.kind) {
    case 'granted but never used':
      return `${finding.kind}: ${grantText(finding.grant)}`;
    case 'needed but not granted':
      return `${finding.kind}: ${grantText({ ...finding, condition: '' })} (${finding.because})`;
    case 'exception that nothing needs':
      return `${finding.kind}: ${finding.exception.because}`;
    case 'exception for code that nobody played':
      return `${finding.kind}: ${finding.exception.because} (${grantText(finding.grant)})`;
  }
};
