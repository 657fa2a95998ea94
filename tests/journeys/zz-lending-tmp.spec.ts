import { describe } from 'vitest';
import { inventoryScenes } from '../contract/scenes/inventory.ts';
import { lendingScenes } from '../contract/scenes/lending.ts';
import { openStage } from '../contract/stage.ts';
import { withSystem } from '../support/system.ts';

describe('tmp', () => {
  const system = withSystem();
  const stage = openStage(() => system().library);
  lendingScenes(stage);
  inventoryScenes(stage);
});
