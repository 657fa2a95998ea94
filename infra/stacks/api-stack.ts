import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AuthorizerPayloadVersion,
  CfnStage,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { BunkoFunction } from '../constructs/bunko-function.ts';
import { apiOf } from '../constructs/front-door.ts';
import { tell } from '../constructs/told-values.ts';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';

/** The front door: the HTTP API, and what answers where no route does. Domains add their own routes. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly stage: Stage;
  private readonly unrouted: HttpLambdaIntegration;
  private readonly paths = new Set<string>();

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    this.stage = stage;
    this.api = new HttpApi(this, 'api', { apiName: nameIn(stage, 'api') });
    tell(this, stage, 'api', this.api.apiId);
    tell(this, stage, 'api-address', this.api.apiEndpoint);
    this.logAccess();
    const unrouted = new BunkoFunction(this, 'unrouted', {
      stage,
      name: 'unrouted',
      service: 'platform',
      entry: 'functions/openapi/unrouted/handler.ts',
      memorySize: 256,
    });
    this.unrouted = new HttpLambdaIntegration('unrouted', unrouted.lambda);
    acknowledge(this, 'APIG4', 'What answers where no route does tells nothing, so anyone may hear it');
    new HttpRoute(this, 'default', { httpApi: this.api, routeKey: HttpRouteKey.DEFAULT, integration: this.unrouted });
  }

  /** Any other method on a path that has a route is a 405. */
  knowPath(path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    new HttpRoute(this, `any ${path}`, {
      httpApi: this.api,
      routeKey: HttpRouteKey.with(path, HttpMethod.ANY),
      integration: this.unrouted,
    });
  }

  private logAccess(): void {
    const log = new LogGroup(this, 'access-log', {
      retention: this.stage.logRetentionDays,
      removalPolicy: this.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const { defaultChild } = this.api.defaultStage?.node ?? {};
    if (!(defaultChild instanceof CfnStage)) throw new Error('the API has no default stage');
    defaultChild.accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        requestId: '$context.requestId',
        routeKey: '$context.routeKey',
        status: '$context.status',
        latency: '$context.responseLatency',
        ip: '$context.identity.sourceIp',
      }),
    };
  }
}

/**
 * The authorizer of a stage. It looks at every request anew, so that a token ends when it should, and lets all pass with
 * what it found out: the functions answer 401 and 403 themselves, as problem+json.
 */
export class Authorizer extends Construct {
  readonly forRoutes: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { stage, handler }: { stage: Stage; handler: IFunction }) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const httpApi = apiOf(this, stage);
    const authorizer = new HttpAuthorizer(this, 'authorizer', {
      httpApi,
      type: HttpAuthorizerType.LAMBDA,
      authorizerName: nameIn(stage, 'tokens'),
      identitySource: [],
      enableSimpleResponses: true,
      payloadFormatVersion: AuthorizerPayloadVersion.VERSION_2_0,
      authorizerUri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${handler.functionArn}/invocations`,
      resultsCacheTtl: Duration.seconds(0),
    });
    handler.addPermission('authorizer', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:aws:execute-api:${region}:${account}:${httpApi.apiId}/authorizers/*`,
    });
    tell(this, stage, 'authorizer', authorizer.authorizerId);
    this.forRoutes = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'for-routes', {
      authorizerId: authorizer.authorizerId,
      authorizerType: 'CUSTOM',
    });
  }
}
