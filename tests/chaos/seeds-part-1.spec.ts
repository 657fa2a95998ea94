import { expect, it } from 'vitest';
import { runPart } from './range.ts';

it('holds every property, whatever goes wrong (part 1 of 4)', async () => expect(await runPart(0, 4)).toEqual([]));
