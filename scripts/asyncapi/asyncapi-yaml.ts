import { stringify } from 'yaml';
import { asyncApiDocument } from './document.ts';

/** The AsyncAPI document as the page in `docs/` has it. */
export const asyncApiYaml = (): string => stringify(asyncApiDocument(), { aliasDuplicateObjects: false });
