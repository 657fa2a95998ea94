import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Role } from '../events/accounts/role.ts';
import { grantRoles } from '../functions/accounts/grant-roles.ts';
import { inMemoryBlobs } from '../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../functions/platform/event-store/dynamodb.ts';
import { closedVault } from '../functions/platform/event-store/vault/closed.ts';
import { seedCatalogue } from './seed/seed-catalogue.ts';
import { seedShop } from './seed/seed-shop.ts';

/** Where the system to be seeded is. */
export interface SeedOptions {
  /** Base URL of the web application and the API. */
  url: string;
  /** The AWS endpoint. */
  endpoint: string;
  /** Short name → physical name. */
  tables: Readonly<Record<string, string>>;
  /** Whether the catalogue and the shop come too, or the three accounts alone. */
  catalogue: boolean;
}

/** For the local target only: these accounts are in the documentation. */
const PASSWORD = 'bunko-demo-1';
const accounts: readonly { name: string; email: string; roles: readonly Role[] }[] = [
  { name: 'Hana (librarian)', email: 'librarian@bunko.test', roles: ['member', 'librarian'] },
  { name: 'Sora (admin)', email: 'admin@bunko.test', roles: ['member', 'admin'] },
  { name: 'Aki', email: 'member@bunko.test', roles: ['member'] },
];

/** Fills a new system through its own front door; safe to repeat. Only the first roles come from an operator. */
export const seed = async ({ url, endpoint, tables, catalogue }: SeedOptions): Promise<void> => {
  for (const { name, email } of accounts) await register(url, name, email);
  const names = { events: tables.events ?? '', claims: tables.claims ?? '' };
  // Changing roles neither reads personal data nor meets large commits.
  const store = dynamoEventStore(documentsAt(endpoint), names, { vault: closedVault, blobs: inMemoryBlobs() });
  for (const { email, roles } of accounts) await grantRoles(store, email, roles, new Date());
  if (!catalogue) return;
  const library = { url, accessToken: await signIn(url, 'librarian@bunko.test') };
  await seedCatalogue(library);
  await seedShop(library);
};

const post = (url: string, path: string, body: unknown) =>
  fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const register = async (url: string, name: string, email: string): Promise<void> => {
  const answer = await post(url, '/api/auth/register', { name, email, password: PASSWORD });
  if (answer.status !== 201 && answer.status !== 409)
    throw new Error(`${email} could not be registered: ${answer.status} ${await answer.text()}`);
};

const signIn = async (url: string, email: string): Promise<string> => {
  const answer = await post(url, '/api/auth/login', { email, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status}`);
  return z.object({ accessToken: z.string() }).parse(await answer.json()).accessToken;
};

const documentsAt = (endpoint: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
    }),
  );
