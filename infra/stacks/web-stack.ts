import { Annotations, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { sayViewer, singlePage } from '../constructs/edge-functions.ts';
import { SiteBucket } from '../constructs/site-bucket.ts';
import { isBuilt, SiteFiles } from '../constructs/site-files.ts';
import { siteHeaders } from '../constructs/site-headers.ts';
import { told } from '../constructs/told-values.ts';
import { frontDoorHeaders, frontDoorWord, nameIn } from '../names.ts';
import type { Hosting } from '../stage-shape.ts';
import type { Stage } from '../stages.ts';

interface WebProps {
  stage: Stage;
  hosting: Hosting;
  /** Where the built site is; without it everything but the files is made. */
  site: string | undefined;
}

/** The site and the API under one name, as on a laptop. Everything here can be made again from the source. */
export class WebStack extends Stack {
  private readonly stage: Stage;

  constructor(scope: Construct, id: string, { stage, hosting, site }: WebProps) {
    super(scope, id);
    this.stage = stage;
    const { files, log } = new SiteBucket(this, 'site', { stage });
    const distribution = new Distribution(this, 'distribution', {
      comment: nameIn(stage, 'web'),
      defaultBehavior: this.pages(S3BucketOrigin.withOriginAccessControl(files)),
      additionalBehaviors: this.api(),
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableLogging: true,
      logBucket: log,
      logFilePrefix: 'requests/',
      ...this.ownName(hosting),
    });
    acknowledge(distribution, 'CFR1', 'A library is open to readers everywhere');
    acknowledge(distribution, 'CFR2', 'A firewall costs by the month; docs/security.md says when to add it');
    if (!hosting.domain)
      acknowledge(distribution, 'CFR4', 'The certificate of cloudfront.net decides; a name of one’s own ends that');
    if (site !== undefined) this.deploy(site, files);
    this.record(hosting, distribution);
    new CfnOutput(this, 'address', { value: `https://${hosting.domain?.name ?? distribution.distributionDomainName}` });
  }

  /** Without a built site everything else can still be looked at and deployed, and what is in the bucket stays. */
  private deploy(folder: string, bucket: IBucket): void {
    if (isBuilt(folder)) new SiteFiles(this, 'files', { folder, bucket });
    else Annotations.of(this).addWarningV2('bunko:site', 'the site is not built and not deployed: npm run build:web');
  }

  private pages(origin: BehaviorOptions['origin']): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'headers', {
        responseHeadersPolicyName: nameIn(this.stage, 'site'),
        ...siteHeaders,
      }),
      functionAssociations: [this.atTheEdge('single-page', singlePage)],
    };
  }

  /** Nothing of the API is cached; it sees all that was sent but the name, which is its own, and is told who asks. */
  private api(): Record<string, BehaviorOptions> {
    const [address, word] = [told(this, this.stage.name, 'api-address'), this.word()];
    const behavior: BehaviorOptions = {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', address)), {
        customHeaders: { [frontDoorHeaders.word]: word.secretValue.unsafeUnwrap() },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [this.atTheEdge('say-viewer', sayViewer(frontDoorHeaders.viewer))],
    };
    return { '/api/*': behavior, '/.well-known/*': behavior };
  }

  /** Known to CloudFront and to the functions that count by address (docs/decisions/0036-hosting.md). */
  private word(): Secret {
    const word = new Secret(this, 'front-door', {
      secretName: frontDoorWord(this.stage),
      description: 'What CloudFront says to the API, so that it is believed whom it saw',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    acknowledge(word, 'SMG4', 'Rotated by an operator: CloudFront takes a new one only with a deployment');
    return word;
  }

  private atTheEdge(name: string, code: string) {
    const fn = new EdgeFunction(this, name, {
      functionName: nameIn(this.stage, name),
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(code),
    });
    return { eventType: FunctionEventType.VIEWER_REQUEST, function: fn };
  }

  private ownName({ domain }: Hosting) {
    if (!domain) return {};
    const certificate = Certificate.fromCertificateArn(this, 'certificate', domain.certificateArn);
    return {
      domainNames: [domain.name],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  private record({ domain }: Hosting, distribution: Distribution): void {
    if (!domain) return;
    const { id: hostedZoneId, name: zoneName } = domain.hostedZone;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'zone', { hostedZoneId, zoneName });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, 'name', { zone, recordName: domain.name, target });
  }
}
