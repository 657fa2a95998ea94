import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { VIEWER_HEADER, WORD_HEADER } from '../../functions/accounts/address-limit/viewer-address.ts';
import { sayViewer, singlePage } from '../../infra/constructs/edge-functions.ts';
import { frontDoorHeaders } from '../../infra/names.ts';
import { WebStack } from '../../infra/stacks/web-stack.ts';
import type { Hosting } from '../../infra/stage-shape.ts';
import { stageOf } from '../../infra/stages.ts';
import { openSite } from '../../local/http/static-site.ts';
import { type Resource, resourcesIn, scratchAssembly, templatesIn } from './assembly.ts';

const site = mkdtempSync(join(tmpdir(), 'bunko-site-'));
mkdirSync(join(site, 'assets'));
writeFileSync(join(site, 'index.html'), '<!doctype html>');
writeFileSync(join(site, 'assets', 'main-12345678.js'), '');
afterAll(() => rmSync(site, { recursive: true }));

const text = (value: unknown) => JSON.stringify(value);
const webOf = (hosting: Hosting, folder?: string): readonly Resource[] => {
  const app = new App(scratchAssembly());
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new WebStack(app, 'web', { stage: stageOf('prod'), hosting, site: folder });
  return resourcesIn(templatesIn(app));
};
const ofType = (resources: readonly Resource[], type: string) =>
  resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);

interface Behavior {
  PathPattern?: string;
  CachePolicyId: string;
  OriginRequestPolicyId?: string;
  AllowedMethods?: readonly string[];
}
interface Config {
  DefaultCacheBehavior: Behavior;
  CacheBehaviors: readonly Behavior[];
  CustomErrorResponses?: unknown;
  Origins: readonly { OriginCustomHeaders?: readonly { HeaderName: string }[]; OriginAccessControlId?: unknown }[];
  Aliases?: readonly string[];
}
// The managed policies of CloudFront, by their ids in every account.
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('the hosting of a stage', () => {
  const resources = webOf({}, site);
  const [{ DistributionConfig } = {}] = ofType(resources, 'AWS::CloudFront::Distribution');
  const config = DistributionConfig as Config;

  it('passes everything of the API on, caches none of it, and says the word that nobody else knows', () => {
    expect(config.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual(['/api/*', '/.well-known/*']);
    for (const behavior of config.CacheBehaviors)
      expect(behavior).toMatchObject({
        CachePolicyId: CACHING_DISABLED,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
        AllowedMethods: expect.arrayContaining(['DELETE', 'PATCH', 'POST', 'PUT']),
      });
    const said = config.Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
    expect(said.map(({ HeaderName }) => HeaderName)).toEqual([WORD_HEADER]);
    expect(text(said)).toContain('{{resolve:secretsmanager:');
  });

  it('leaves the refusals of the API as they are', () => expect(config.CustomErrorResponses).toBeUndefined());

  it('keeps the files closed to all but CloudFront, encrypted, and by version where data is kept', () => {
    const buckets = ofType(resources, 'AWS::S3::Bucket');
    expect(buckets).toHaveLength(2);
    for (const bucket of buckets)
      expect(bucket).toMatchObject({
        PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
        BucketEncryption: expect.anything(),
      });
    expect(buckets.some(({ VersioningConfiguration }) => text(VersioningConfiguration)?.includes('Enabled'))).toBe(
      true,
    );
    expect(config.Origins.filter(({ OriginAccessControlId }) => OriginAccessControlId)).toHaveLength(1);
  });

  it('lets browsers keep what has a hash in its name, and ask each time for the page', () => {
    const copies = ofType(resources, 'Custom::CDKBucketDeployment');
    const cacheOf = (include: boolean) =>
      text(copies.find(({ Include }) => (Include !== undefined) === include)?.SystemMetadata);
    expect(cacheOf(true)).toContain('max-age=31536000, immutable');
    expect(cacheOf(false)).toContain('no-cache');
    for (const copy of copies) expect(copy.Prune).toBe(false);
  });

  it('says to browsers what the local runtime says, but for what is local', async () => {
    const [{ ResponseHeadersPolicyConfig } = {}] = ofType(resources, 'AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig: said } = ResponseHeadersPolicyConfig as {
      SecurityHeadersConfig: Record<string, Record<string, unknown>>;
    };
    const request = { method: 'GET', rawPath: '/', headers: {} } as Parameters<ReturnType<typeof openSite>>[0];
    const { headers } = await openSite(site)(request);
    const policy = String(headers['content-security-policy']).replace(
      / http:\/\/127\.0\.0\.1:\*| ws:\/\/localhost:\*/g,
      '',
    );
    expect(said.ContentSecurityPolicy?.ContentSecurityPolicy).toBe(policy);
    expect(said.FrameOptions?.FrameOption).toBe(headers['x-frame-options']);
    expect(said.ReferrerPolicy?.ReferrerPolicy).toBe(headers['referrer-policy']);
    expect(said).toMatchObject({ ContentTypeOptions: {}, StrictTransportSecurity: { IncludeSubdomains: true } });
  });

  it('has a name of its own where the stage says so', () => {
    const domain = {
      name: 'bunko.example',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
      hostedZone: { id: 'Z1', name: 'bunko.example' },
    };
    const named = webOf({ domain });
    const [distribution = {}] = ofType(named, 'AWS::CloudFront::Distribution');
    expect((distribution.DistributionConfig as Config).Aliases).toEqual(['bunko.example']);
    expect(ofType(named, 'AWS::Route53::RecordSet')).toHaveLength(1);
  });

  it('is made without its files where nobody has built them', () =>
    expect(ofType(webOf({}, join(site, 'nowhere')), 'Custom::CDKBucketDeployment')).toEqual([]));
});

describe('what runs at the edge', () => {
  const run = (code: string, event: unknown) =>
    runInNewContext(`${code}; handler(event)`, { event }) as {
      uri: string;
      headers: Record<string, { value: string }>;
    };

  it.each([
    ['/', '/index.html'],
    ['/volumes/018f', '/index.html'],
    ['/volumes/', '/index.html'],
    ['/favicon.svg', '/favicon.svg'],
    ['/assets/main-12345678.js', '/assets/main-12345678.js'],
    ['/assets/gone-12345678.js', '/assets/gone-12345678.js'],
  ])('asked for %s it asks the bucket for %s', (uri, asked) =>
    expect(run(singlePage, { request: { uri, headers: {} } }).uri).toBe(asked));

  it('says whom it saw, whatever was said before', () => {
    const event = {
      viewer: { ip: '203.0.113.7' },
      request: { uri: '/api', headers: { 'x-bunko-viewer': { value: '1' } } },
    };
    expect(run(sayViewer(frontDoorHeaders.viewer), event).headers[VIEWER_HEADER]).toEqual({ value: '203.0.113.7' });
  });
});
