import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

export const openApiScenes = (stage: Stage) =>
  describe('the OpenAPI document over HTTP', () => {
    it('is served to anyone, is valid, and answers 304 to whoever has it', async () => {
      const { body, headers } = await stage.call('GET /api/openapi.json', { as: 'anyone' }, 200);
      expect(await new Validator().validate(body)).toMatchObject({ valid: true });
      const known = { 'if-none-match': headers.get('etag') ?? '' };
      await stage.call('GET /api/openapi.json', { as: 'anyone', headers: known }, 304);
    });
  });
