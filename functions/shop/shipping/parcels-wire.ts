import { documents } from '../../platform/aws-clients.ts';
import { setting } from '../../platform/environment.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import { ParcelLine } from './carrier-rules.ts';

/** What the simulated carrier knows; for those who ask it and for the carrier itself. */
export const parcels = dynamoBook(documents, setting('PARCELS_TABLE'), ParcelLine);
