import * as z from 'zod';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { ShownRecord } from './shown-record.ts';
import { RecordStatus } from './view.ts';

export const recordsEndpoint = endpoint('GET /api/me/records', {
  summary: 'What the member borrowed, newest first, with titles and covers as they were',
  who: 'member',
  query: z.object({ status: RecordStatus.optional(), ...paging() }),
  answers: { 200: pageOf(ShownRecord) },
});

export const recordsCsvEndpoint = endpoint('GET /api/me/records.csv', {
  summary: 'The same as a table for a spreadsheet: one row for each thing borrowed',
  who: 'member',
  answers: { 200: { mediaType: 'text/csv; charset=utf-8', shape: z.string() } },
  refusals: { 'too-large': 413 },
});
