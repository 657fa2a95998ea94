import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { AccessRequest, Authorize } from '../ports.ts';
import { applies } from './authorize.ts';
import { permissionsUsed } from './permission.ts';

/** What a role did once at least, or was refused; `keys` are the leading keys of the first refused call. */
export const RecordedLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('used'),
    roleArn: z.string(),
    action: z.string(),
    resource: z.string(),
    condition: z.string(),
  }),
  z.object({
    kind: z.literal('refused'),
    roleArn: z.string(),
    action: z.string(),
    resource: z.string(),
    context: z.record(z.string(), z.array(z.string())).optional(),
  }),
]);
export type RecordedLine = z.infer<typeof RecordedLine>;

const identityOf = ({ kind, roleArn, action, resource, ...more }: RecordedLine) =>
  [kind, roleArn, action, resource, 'condition' in more ? more.condition : ''].join(' ');

/**
 * Decides as `authorize` does, and notes in a file of its own below `directory` which permissions were used and what was
 * refused. Each is written when it is first seen, so that a killed process has left what it did.
 */
export const recorded = (authorize: Authorize, directory: string): Authorize => {
  const file = join(directory, `${randomUUID()}.jsonl`);
  const known = new Set<string>();
  const note = (line: RecordedLine) => {
    const identity = identityOf(line);
    if (known.has(identity)) return;
    if (known.size === 0) mkdirSync(directory, { recursive: true });
    known.add(identity);
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  return (principal, request) => {
    const refusal = authorize(principal, request);
    if (principal.kind === 'outside') return refusal;
    const { roleArn, statements } = principal;
    if (refusal !== undefined) note({ kind: 'refused', roleArn, ...copyOf(request) });
    else
      for (const statement of statements.filter((one) => applies(one, request)))
        for (const permission of permissionsUsed(statement, request)) note({ kind: 'used', roleArn, ...permission });
    return refusal;
  };
};

const copyOf = ({ action, resource, context = {} }: AccessRequest) => ({
  action,
  resource,
  context: Object.fromEntries(Object.entries(context).map(([key, values]) => [key, [...values]])),
});
