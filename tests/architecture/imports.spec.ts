import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { broken, importsOf } from './imports.ts';

const root = resolve(import.meta.dirname, '../..');

describe('imports', () => {
  it('flow one way', () => {
    const imports = importsOf(root);
    expect(imports.length).toBeGreaterThan(500);
    expect(broken(imports)).toEqual([]);
  });

  it.each([
    ['functions/lending/domain/patron.ts', '@aws-sdk/client-dynamodb'],
    ['functions/lending/domain/patron.ts', 'node:crypto'],
    ['functions/lending/domain/patron.ts', 'functions/lending/wire.ts'],
    ['functions/lending/commands/borrow/borrow.ts', 'functions/inventory/domain/shelf.ts'],
    ['functions/platform/command-loop.ts', 'functions/lending/domain/patron.ts'],
    ['functions/records/projections/records/project.ts', 'functions/records/domain/anything.ts'],
    ['functions/openapi/endpoints.ts', 'functions/lending/wire.ts'],
    ['events/catalog.ts', 'functions/platform/decider.ts'],
    ['functions/lending/wire.ts', 'local/clock.ts'],
    ['local/runtime.ts', 'functions/platform/wire.ts'],
    ['web/src/app/main.tsx', 'functions/lending/wire.ts'],
  ])('are seen to bite: %s must not import %s', (from, to) => expect(broken([{ from, to }])).toHaveLength(1));
});
