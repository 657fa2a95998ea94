// `npm run grant-roles -- --email ADDRESS --roles member,admin`: the first admin of a stage can be made by nobody else.
import * as z from 'zod';
import { Role } from '../events/accounts/role.ts';
import { grantRoles } from '../functions/accounts/grant-roles.ts';
import { inMemoryBlobs } from '../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../functions/platform/event-store/dynamodb.ts';
import { closedVault } from '../functions/platform/event-store/vault/closed.ts';
import { readOptions, UsageProblem } from './es/options.ts';
import { withTarget } from './es/target.ts';

const shape = {
  url: z.url('is no address such as http://localhost:4000').optional(),
  stage: z.string().optional(),
  email: z.email('is no address of a person'),
  roles: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(Role)),
};

try {
  const { email, roles, ...where } = readOptions(process.argv.slice(2), shape);
  await withTarget(where, async ({ documents, name }) => {
    const names = { events: name('events'), claims: name('claims') };
    // Changing roles neither reads personal data nor meets large commits.
    const store = dynamoEventStore(documents, names, { vault: closedVault, blobs: inMemoryBlobs() });
    await grantRoles(store, email, roles, new Date());
  });
  console.log(`${email} has the roles ${roles.join(', ')} from the next sign-in on`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}
