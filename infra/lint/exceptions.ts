/** A finding of cfn-lint that is meant. */
interface Exception {
  rule: string;
  because: string;
}

/** Rules that say nothing of these templates. One that finds nothing any more is to be taken off: it fails. */
export const exceptions: readonly Exception[] = [
  {
    rule: 'W3005',
    because:
      'The CDK writes a DependsOn beside each reference from a function to its role; it is redundant and harmless.',
  },
  {
    rule: 'W3045',
    because:
      'The log of the site: CloudFront writes its standard log by an access list, and the CDK asks S3 for the same.',
  },
];
