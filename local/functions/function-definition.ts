import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.ts';
import type { ResolvedAssembly } from '../assembly/resolve-assembly.ts';
import type { Resource } from '../ports.ts';

/** CloudFormation may give numbers as text. */
const Count = z.coerce.number().int();

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string().regex(/^.+\.[^.]+$/, 'a handler is <module>.<export>'),
  Role: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: Count.min(1).default(3),
  MemorySize: Count.min(128).default(128),
  ReservedConcurrentExecutions: Count.min(0).optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  LoggingConfig: z.object({ LogGroup: z.string().optional() }).optional(),
});

/** One function of the assembly, ready to run. */
export interface FunctionDefinition {
  name: string;
  arn: string;
  stack: string;
  logicalId: string;
  /** Absolute path of the directory that holds the bundle. */
  codeDir: string;
  /** `<module>.<export>`, e.g. `index.handler`. */
  handler: string;
  roleArn: string;
  environment: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  memoryMb: number;
  logGroup: string;
  /** Reserved concurrency, undefined when there is none. */
  reserved: number | undefined;
  /** The key that this function signs with; the AWS endpoint knows the caller by it. */
  accessKeyId: string;
}

const definitionOf = (resource: Resource, assets: ReadonlyMap<string, string>): FunctionDefinition => {
  const at = `${resource.stack}/${resource.logicalId}`;
  const parsed = FunctionProperties.safeParse(resource.properties);
  if (!parsed.success) throw new AssemblyError('bad-value', at, z.prettifyError(parsed.error));
  const { Code, Handler, Role, Timeout, MemorySize, ReservedConcurrentExecutions, Environment, LoggingConfig } =
    parsed.data;
  const codeDir = assets.get(Code.S3Key);
  if (codeDir === undefined) throw new AssemblyError('bad-value', at, `the assembly has no asset ${Code.S3Key}`);
  return {
    name: resource.physicalId,
    arn: resource.arn,
    stack: resource.stack,
    logicalId: resource.logicalId,
    codeDir,
    handler: Handler,
    roleArn: Role,
    environment: Environment?.Variables ?? {},
    timeoutSeconds: Timeout,
    memoryMb: MemorySize,
    logGroup: LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.physicalId}`,
    reserved: ReservedConcurrentExecutions,
    accessKeyId: `ASIA${createHash('sha256').update(resource.physicalId).digest('hex').slice(0, 16).toUpperCase()}`,
  };
};

/** The functions of an assembly; throws an `AssemblyError` for one that cannot run here. */
export const functionDefinitions = ({ resources, assets }: ResolvedAssembly): FunctionDefinition[] =>
  resources.filter(({ type }) => type === 'AWS::Lambda::Function').map((resource) => definitionOf(resource, assets));
