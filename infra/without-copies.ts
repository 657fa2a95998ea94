import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';

/**
 * Context of an app whose templates are only looked at: they name the bundles and are the same without copies of them, which
 * take longer than all else.
 */
export const withoutCopies = { [DISABLE_ASSET_STAGING_CONTEXT]: true };
