import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { motifs } from './cover-motifs.ts';
import { palettes } from './cover-palettes.ts';
import { coverPath, coverSvg } from './covers.ts';

const cover = { slug: 'a-series', title: '題名', titleEn: 'A Title', author: 'Somebody', number: 3 };

/** Luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Every tag that opens is closed in order, every ampersand starts an entity. */
const isWellFormed = (svg: string): boolean => {
  const open: string[] = [];
  for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s+[a-zA-Z-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name);
  }
  const rest = svg.replace(/<\/?[a-zA-Z]+(?:\s+[a-zA-Z:-]+="[^"<]*")*\s*\/?>/g, '');
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!(?:amp|lt|gt|quot|apos);)/.test(svg);
};

describe('a cover', () => {
  it('has its own path for a series and for each volume', () => {
    expect(coverPath('moss-knight')).toBe('/covers/moss-knight.svg');
    expect(coverPath('moss-knight', 4)).toBe('/covers/moss-knight-4.svg');
  });

  it('is well-formed and at most 5 KB for every series and volume of the catalogue', () => {
    for (const { slug, motif, body, volumes } of catalogue) {
      for (const number of [undefined, ...volumes.map((volume) => volume.number)]) {
        const words = { slug, title: body.title, titleEn: body.titleEn, author: body.author };
        const svg = coverSvg({ ...words, ...(number ? { number } : {}), ...(motif ? { motif } : {}) });
        expect(isWellFormed(svg), `${slug} ${number}`).toBe(true);
        expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(5_120);
      }
    }
  });

  it('prints words that look like markup as words', () => {
    const svg = coverSvg({ ...cover, title: '<script>&', titleEn: `"Q" & 'A'`, author: '</text><a>' });
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).toContain('&lt;script&gt;&amp;');
    expect(svg).not.toContain('<script');
  });

  it('is the same for the same words and another for another volume, whatever the motif', () => {
    for (const motif of Object.keys(motifs) as (keyof typeof motifs)[]) {
      expect(coverSvg({ ...cover, motif })).toBe(coverSvg({ ...cover, motif }));
      expect(coverSvg({ ...cover, motif })).not.toBe(coverSvg({ ...cover, motif, number: 4 }));
    }
  });

  it('carries nothing that a strict content security policy would block', () => {
    expect(coverSvg(cover)).not.toMatch(/style=|<style|<script|href="(?!#)|url\(/);
  });

  it('can be read: paper on the deep colour has a contrast of at least 7', () => {
    for (const { deep, paper } of palettes) expect(contrast(deep, paper)).toBeGreaterThanOrEqual(7);
  });

  it('is noticed when it is not well-formed', () => {
    expect(isWellFormed('<svg><g></svg></g>')).toBe(false);
    expect(isWellFormed('<svg>a & b</svg>')).toBe(false);
  });
});
