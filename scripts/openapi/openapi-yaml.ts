import { stringify } from 'yaml';
import { openApiDocument } from '../../functions/openapi/document.ts';
import { endpointsByDomain } from '../../functions/openapi/endpoints.ts';

/** The OpenAPI document as the page in `docs/` has it. */
export const openApiYaml = (): string =>
  stringify(openApiDocument(endpointsByDomain), { aliasDuplicateObjects: false });
