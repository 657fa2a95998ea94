import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod';

/** Words of the account tests: functions called as API Gateway calls them. */
export const PASSWORD = 'a long enough password';
export const start = new Date('2026-05-01T00:00:00Z');
export const secondsOn = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

type Handler = (event: never, context: Context) => Promise<unknown>;
interface Sent {
  body?: unknown;
  /** The refresh cookie, as it was set. */
  cookie?: string;
  /** Who calls, as the authorizer tells it. */
  caller?: { memberId: string; roles: string };
  headers?: Record<string, string>;
  params?: Record<string, string>;
  /** The time of the request. */
  at?: Date;
}
export interface Reply {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers the way a person reads them
  body: any;
  /** The cookie that was set, with its attributes. */
  cookie: string;
}

export const context: Context = {
  awsRequestId: 'request',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:test',
  logGroupName: 'test',
  logStreamName: 'test',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

const eventOf = (route: string, { body, cookie, caller, headers = {}, params = {}, at = start }: Sent) => {
  const [method = 'GET', path = '/'] = route.split(' ');
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...headers },
    ...(cookie !== undefined && { cookies: [cookie.split(';')[0] ?? ''] }),
    pathParameters: params,
    isBase64Encoded: false,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: route,
      stage: '$default',
      time: '01/May/2026:00:00:00 +0000',
      timeEpoch: at.getTime(),
    },
  };
  return caller ? { ...event, requestContext: { ...event.requestContext, authorizer: { lambda: caller } } } : event;
};

/** Sends a request to a function. */
export const send = async (handler: Handler, route: string, sent: Sent = {}): Promise<Reply> => {
  const answer = (await handler(eventOf(route, sent) as never, context)) as APIGatewayProxyStructuredResultV2;
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers ?? {},
    body: answer.body === undefined ? undefined : JSON.parse(answer.body),
    cookie: answer.cookies?.[0] ?? '',
  };
};

const Authorized = z.object({
  isAuthorized: z.literal(true),
  context: z.object({ memberId: z.string(), roles: z.string() }).or(z.strictObject({}).transform(() => undefined)),
});

/** Whom the authorizer sees behind an `Authorization` header at a time; undefined for nobody. */
export const authorized = async (handler: Handler, authorization: string, at: Date = start) =>
  Authorized.parse(
    await handler({ headers: { authorization }, requestContext: { timeEpoch: at.getTime() } } as never, context),
  ).context;

const AWS = { AWS_REGION: 'ap-northeast-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
const EVERY_FUNCTION = {
  ...AWS,
  EVENTS_TABLE: 'events',
  CLAIMS_TABLE: 'claims',
  SNAPSHOTS_TABLE: 'snapshots',
  PROJECTIONS_TABLE: 'projections',
  COMMITS_BUCKET: 'commits',
  SUBJECT_KEYS_TABLE: 'subject-keys',
  PERSONAL_DATA_KEY: 'personal',
};
const WITH_SESSIONS = {
  SESSIONS_TABLE: 'sessions',
  ISSUER: 'http://localhost:4000',
  SIGNING_KEY: 'signing',
  SIGNING_TAG: 'bunko:signs',
  STAGE: 'local',
  COOKIE_SECURE: 'true',
  ADDRESS_LIMIT_FOR: 'tests',
  ADDRESS_LIMIT: '{"most":100000,"seconds":60}',
};

/** The functions that have no part in sessions: they must do without the settings of one. */
const profileFunctions = async () => ({
  changeProfile: (await import('./commands/change-profile/handler.ts')).handler,
  deleteAccount: (await import('./commands/delete-account/handler.ts')).handler,
  changeRoles: (await import('./commands/change-roles/handler.ts')).handler,
  me: (await import('./queries/me/handler.ts')).handler,
});
const sessionFunctions = async () => ({
  authorizer: (await import('./authorizer/handler.ts')).handler,
  register: (await import('./commands/register/handler.ts')).handler,
  login: (await import('./commands/login/handler.ts')).handler,
  refresh: (await import('./commands/refresh/handler.ts')).handler,
  logout: (await import('./commands/logout/handler.ts')).handler,
  keys: (await import('./queries/keys/handler.ts')).handler,
  rotateKeys: (await import('./rotate-keys/handler.ts')).handler,
});

/**
 * The functions of the domain, on tables `events`, `claims` and `sessions` and a key `signing` at these endpoints.
 * Loaded only here, because a function reads its environment when it is loaded.
 */
export const functionsAt = async ({ dynamodb, kms }: { dynamodb: string; kms: string }) => {
  const endpoints = { AWS_ENDPOINT_URL_DYNAMODB: dynamodb, AWS_ENDPOINT_URL_KMS: kms };
  Object.assign(process.env, { ...EVERY_FUNCTION, ...endpoints });
  const profile = await profileFunctions();
  Object.assign(process.env, WITH_SESSIONS);
  return { ...profile, ...(await sessionFunctions()) };
};
