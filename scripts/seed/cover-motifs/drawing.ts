import type { Palette } from '../cover-palettes.ts';

/** What a motif may vary with: the series' colours, a number that differs from volume to volume, and the volume's own. */
export interface MotifInput {
  palette: Palette;
  spread: number;
  volume: number;
}

/** Draws on a field of 400 by 450 units; answers SVG elements. */
export type Motif = (input: MotifInput) => string;

/** 0, 1, … count - 1. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

export const circle = (cx: number, cy: number, r: number, fill: string): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;

export const ring = (cx: number, cy: number, r: number, stroke: string, width: number): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;
