import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiYaml } from './openapi/openapi-yaml.ts';

/** Writes `docs/openapi.yaml` from the endpoints. */
writeFileSync(resolve(import.meta.dirname, '../docs/openapi.yaml'), openApiYaml());
