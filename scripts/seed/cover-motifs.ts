import type { Motif } from './cover-motifs/drawing.ts';
import { cloudBars, layeredPeaks, rails, sunOverWaves } from './cover-motifs/landscapes.ts';
import { blueSeaWaves, foldedPaper, growingDots, ripples } from './cover-motifs/patterns.ts';
import { clockFace, leaves, litWindows, rainAndUmbrella } from './cover-motifs/things.ts';

/** Every picture a cover can carry. */
export const motifs = {
  sunOverWaves,
  cloudBars,
  layeredPeaks,
  rails,
  ripples,
  blueSeaWaves,
  foldedPaper,
  growingDots,
  rainAndUmbrella,
  litWindows,
  leaves,
  clockFace,
} as const satisfies Record<string, Motif>;

export type MotifName = keyof typeof motifs;
