import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { asyncApiYaml } from './asyncapi/asyncapi-yaml.ts';

/** Writes `docs/asyncapi.yaml` from the contracts, the subscriptions and the fixtures. */
writeFileSync(resolve(import.meta.dirname, '../docs/asyncapi.yaml'), asyncApiYaml());
