import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openApiYaml } from '../../scripts/openapi/openapi-yaml.ts';
import { paging } from '../platform/http/cursor.ts';
import { endpoint } from '../platform/http/endpoint.ts';
import { openApiDocument } from './document.ts';
import { endpoints, endpointsByDomain } from './endpoints.ts';

describe('the OpenAPI document', () => {
  const renew = endpoint('POST /api/loans/{loanId}/renew', {
    summary: 'Renews a loan',
    who: 'member',
    params: z.object({ loanId: z.string() }),
    answers: { 200: z.object({ dueOn: z.iso.date() }) },
    refusals: { 'renewed-before': 409, 'loan-not-found': 404 },
  });
  const list = endpoint('GET /api/volumes', {
    summary: 'Lists volumes',
    who: 'anyone',
    query: z.object({ title: z.string().optional(), ...paging() }),
    answers: { 200: z.object({ items: z.array(z.string()) }) },
  });
  const document = openApiDocument({ lending: [renew], catalogue: [list] });

  it('is valid, of these routes and of all', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
    expect(await new Validator().validate(structuredClone(openApiDocument(endpointsByDomain)))).toEqual({
      valid: true,
    });
  });

  it('says who may call, what to send and each refusal with its status', () => {
    expect(document.paths['/api/loans/{loanId}/renew']).toMatchObject({
      post: {
        operationId: 'postLoansLoanIdRenew',
        security: [{ bearer: [] }],
        parameters: [
          { name: 'loanId', in: 'path', required: true },
          { $ref: '#/components/parameters/IdempotencyKey' },
        ],
        requestBody: { required: false },
        responses: {
          200: {},
          401: {},
          404: { description: '`not-found`, `loan-not-found`' },
          409: { description: '`idempotency-key-in-use`, `renewed-before`' },
          503: {},
        },
      },
    });
    expect(document.paths['/api/volumes']).toMatchObject({ get: { security: [] } });
  });

  it('shows a number in the query as a number', () => {
    const operation = z
      .object({ get: z.object({ parameters: z.array(z.unknown()) }) })
      .parse(document.paths['/api/volumes']);
    expect(operation.get.parameters).toContainEqual({
      name: 'limit',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    });
  });

  it('declares each route once', () => {
    const routes = endpoints.map(({ route }) => route);
    expect(routes).toEqual([...new Set(routes)]);
  });

  it('is what docs/openapi.yaml says (node scripts/openapi.ts writes it)', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/openapi.yaml'), 'utf8');
    expect(page === openApiYaml()).toBe(true);
  });
});
