import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { dynamoSessions } from './sessions/dynamodb.ts';
import { signInAnswers } from './sign-in-answer.ts';
import { tokens } from './token-wire.ts';

/** What stands behind sessions, for the functions that begin, continue or end one. */
export const sessions = dynamoSessions(documents, setting('SESSIONS_TABLE'));

/** How a session reaches its member. */
export const answers = signInAnswers({ tokens, sessions, secureCookies: setting('COOKIE_SECURE') === 'true' });
