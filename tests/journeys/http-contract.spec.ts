import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpoints, endpointsByDomain } from '../../functions/openapi/endpoints.ts';
import { unseen } from '../contract/completeness.ts';
import { generalScenes } from '../contract/general-scenes.ts';
import { matrixOf } from '../contract/matrix.ts';
import { accountScenes } from '../contract/scenes/accounts.ts';
import { catalogueScenes } from '../contract/scenes/catalogue.ts';
import { categoryScenes } from '../contract/scenes/categories.ts';
import { commentScenes } from '../contract/scenes/comments.ts';
import { inventoryScenes } from '../contract/scenes/inventory.ts';
import { lendingScenes } from '../contract/scenes/lending.ts';
import { membershipScenes } from '../contract/scenes/membership.ts';
import { notificationScenes } from '../contract/scenes/notifications.ts';
import { openApiScenes } from '../contract/scenes/openapi.ts';
import { operationScenes } from '../contract/scenes/operations.ts';
import { orderViewScenes } from '../contract/scenes/order-views.ts';
import { orderScenes } from '../contract/scenes/orders.ts';
import { productScenes } from '../contract/scenes/products.ts';
import { rankingScenes } from '../contract/scenes/rankings.ts';
import { recordScenes } from '../contract/scenes/records.ts';
import { searchScenes } from '../contract/scenes/search.ts';
import { stockScenes } from '../contract/scenes/stock.ts';
import { openStage } from '../contract/stage.ts';
import { root, withSystem } from '../support/system.ts';

const MATRIX = join(root, 'docs/route-matrix.md');

/** Every route: each answer it promises, and none that it does not. The scenes share one system; its clock only moves forward. */
describe('the HTTP contract', () => {
  const system = withSystem();
  const stage = openStage(() => system().library);

  generalScenes(stage);
  accountScenes(stage);
  membershipScenes(stage);
  catalogueScenes(stage);
  searchScenes(stage);
  inventoryScenes(stage);
  lendingScenes(stage);
  categoryScenes(stage);
  productScenes(stage);
  stockScenes(stage);
  orderScenes(stage);
  orderViewScenes(stage);
  commentScenes(stage);
  notificationScenes(stage);
  recordScenes(stage);
  rankingScenes(stage);
  operationScenes(stage);
  openApiScenes(stage);

  it('was seen whole: each answer and each refusal that a route declares', () => {
    expect(unseen(endpoints, stage.seen)).toEqual([]);
  });

  it('is what docs/route-matrix.md shows', () => {
    const matrix = matrixOf(endpointsByDomain, stage.seen);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(MATRIX, matrix);
    expect(readFileSync(MATRIX, 'utf8')).toBe(matrix);
  });
});
