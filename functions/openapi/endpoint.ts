import * as z from 'zod';
import { endpoint } from '../platform/http/endpoint.ts';

/** `GET /api/openapi.json`: what every route promises, for people and for programs. */
export const openApiEndpoint = endpoint('GET /api/openapi.json', {
  summary: 'This document',
  who: 'anyone',
  answers: { 200: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }), 304: null },
});
