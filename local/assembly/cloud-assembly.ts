import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Template } from './template.ts';

/** A stack as the CDK app wrote it. */
export interface StackTemplate {
  name: string;
  template: Template;
  /** Parameter values that the app fixed in the manifest. */
  parameters: Readonly<Record<string, string>>;
}

/** Everything read from one output directory, nested assemblies included. */
export interface CloudAssembly {
  stacks: readonly StackTemplate[];
  /** Object key in the asset bucket → absolute path of the asset's directory or file. */
  assets: ReadonlyMap<string, string>;
}

const Artifact = z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) });
const Manifest = z.object({ artifacts: z.record(z.string(), Artifact).default({}) });
type Artifact = z.infer<typeof Artifact>;

const StackProperties = z.object({
  templateFile: z.string(),
  stackName: z.string().optional(),
  parameters: z.record(z.string(), z.string()).default({}),
});
const AssetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const stackOf = (directory: string, id: string, { properties }: Artifact): StackTemplate => {
  const { templateFile, stackName, parameters } = StackProperties.parse(properties);
  return { name: stackName ?? id, template: Template.parse(readJson(join(directory, templateFile))), parameters };
};

const assetsOf = (directory: string, { properties }: Artifact): [string, string][] => {
  const { file } = z.object({ file: z.string() }).parse(properties);
  const { files } = AssetManifest.parse(readJson(join(directory, file)));
  return Object.values(files).flatMap(({ source, destinations }) => {
    const { path } = source;
    if (path === undefined) return [];
    return Object.values(destinations).map(({ objectKey }): [string, string] => [objectKey, resolve(directory, path)]);
  });
};

/**
 * Reads `manifest.json` of a cloud assembly with all its stacks, nested assemblies and assets.
 * Throws when the directory holds no assembly or a file of it is malformed.
 */
export const readCloudAssembly = (directory: string): CloudAssembly => {
  const { artifacts } = Manifest.parse(readJson(join(directory, 'manifest.json')));
  const stacks: StackTemplate[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of Object.entries(artifacts)) {
    if (artifact.type === 'aws:cloudformation:stack') stacks.push(stackOf(directory, id, artifact));
    if (artifact.type === 'cdk:asset-manifest')
      for (const [key, path] of assetsOf(directory, artifact)) assets.set(key, path);
    if (artifact.type === 'cdk:cloud-assembly') {
      const { directoryName } = z.object({ directoryName: z.string() }).parse(artifact.properties);
      const nested = readCloudAssembly(join(directory, directoryName));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assets.set(key, path);
    }
  }
  return { stacks, assets };
};
