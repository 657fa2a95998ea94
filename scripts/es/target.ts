import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { nameIn } from '../../infra/names.ts';
import { isStageName, type Stage, stageNames, stageOf } from '../../infra/stages.ts';
import { localWorld } from '../../local/assembly/world.ts';
import { overviewAt } from './local-system.ts';
import { UsageProblem } from './options.ts';

/** Settings that every AWS SDK client takes; empty for the SDK's own chain. */
export interface AwsSettings {
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** The system that is looked at. */
export interface Target {
  stage: Stage;
  aws: AwsSettings;
  client: DynamoDBClient;
  documents: DynamoDBDocumentClient;
  /** Brokers that are known without being told; none on AWS. */
  brokers: readonly string[];
  /** The physical name of a table, function or key. */
  name(what: string): string;
}

interface Wanted {
  url?: string | undefined;
  stage?: string | undefined;
}

const LOCAL = 'http://localhost:4000';
/** On the local target any credentials do from outside. */
const OPERATOR = { accessKeyId: 'operator', secretAccessKey: 'operator' };

const targetOf = (stage: Stage, aws: AwsSettings, brokers: readonly string[]): Target => {
  const client = new DynamoDBClient(aws);
  const documents = DynamoDBDocumentClient.from(client);
  return { stage, aws, client, documents, brokers, name: (what) => nameIn(stage, what) };
};

const stageNamed = (name: string): Stage => {
  if (!isStageName(name)) throw new UsageProblem(`--stage ${name} is none of ${stageNames.join(', ')}, dev-<name>`);
  return stageOf(name);
};

const openTarget = async ({ url, stage }: Wanted): Promise<Target> => {
  if (url !== undefined && stage !== undefined) throw new UsageProblem('--url and --stage name two systems');
  if (stage !== undefined) return targetOf(stageNamed(stage), {}, []);
  const { dynamodb, kafka } = await overviewAt(url ?? LOCAL);
  const aws = { endpoint: dynamodb.endpoint, region: localWorld.region, credentials: OPERATOR };
  return targetOf(stageNamed('local'), aws, kafka.brokers);
};

/** Does `work` with the system that the options name: a local one by its address, or a stage on AWS. */
export const withTarget = async <T>(wanted: Wanted, work: (target: Target) => Promise<T>): Promise<T> => {
  const target = await openTarget(wanted);
  try {
    return await work(target);
  } finally {
    target.documents.destroy();
    target.client.destroy();
  }
};
