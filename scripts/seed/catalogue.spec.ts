import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogue } from './catalogue.ts';
import { categories, products } from './shop.ts';

const Cover = z.string().regex(/^\/covers\/[a-z0-9-]+\.svg$/);
/** The bodies that the HTTP contract takes; unknown fields are refused there too. */
const SeriesRequest = z.strictObject({
  title: z.string().min(1),
  titleEn: z.string().min(1).optional(),
  author: z.string().min(1),
  illustrator: z.string().min(1).optional(),
  genre: z.string().min(1),
  publisher: z.string().min(1),
  coverUrl: Cover.optional(),
  firstPublishedOn: z.iso.date(),
  lastPublishedOn: z.iso.date().optional(),
});
const VolumeRequest = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().min(1).optional(),
  number: z.int().min(1),
  totalPages: z.int().min(1).optional(),
  summary: z.string().min(1).optional(),
  coverUrl: Cover.optional(),
  publishedOn: z.iso.date(),
  initialCopies: z.int().min(1).max(6),
});

const volumes = catalogue.flatMap((series) => series.volumes);
const isUnique = (words: readonly string[]): boolean => new Set(words).size === words.length;

describe('the seed catalogue', () => {
  it('has 44 series and 320 volumes', () => {
    expect(catalogue).toHaveLength(44);
    expect(volumes).toHaveLength(320);
  });

  it('uses every title, slug, cover and summary once, and numbers volumes from 1 without a gap', () => {
    expect(isUnique(catalogue.map(({ slug }) => slug))).toBe(true);
    expect(isUnique(catalogue.flatMap(({ body }) => [body.title, body.titleEn]))).toBe(true);
    expect(isUnique(volumes.map(({ title }) => title))).toBe(true);
    expect(isUnique(volumes.map(({ summary }) => summary))).toBe(true);
    expect(isUnique([...volumes, ...catalogue.map(({ body }) => body)].map(({ coverUrl }) => coverUrl))).toBe(true);
    for (const { volumes } of catalogue)
      expect(volumes.map(({ number }) => number)).toEqual(volumes.map((_, i) => i + 1));
  });

  it('consists of bodies that the HTTP contract accepts', () => {
    for (const { body } of catalogue) expect(SeriesRequest.safeParse(body).error).toBeUndefined();
    for (const volume of volumes) expect(VolumeRequest.safeParse(volume).error).toBeUndefined();
  });

  it('has days in order, and none after the day it was written', () => {
    for (const { body, volumes } of catalogue) {
      const days = volumes.map(({ publishedOn }) => publishedOn);
      expect(days).toEqual(days.toSorted());
      expect(days[0]).toBe(body.firstPublishedOn);
      expect(days.every((day) => day <= '2026-11-21')).toBe(true);
      if (body.lastPublishedOn !== undefined) expect(days.at(-1)).toBe(body.lastPublishedOn);
    }
  });

  it('has new volumes, Japanese and English ones, illustrators and subtitles', () => {
    expect(volumes.filter(({ publishedOn }) => publishedOn >= '2026-11-01').length).toBeGreaterThan(12);
    expect(volumes.filter(({ summary }) => /[ぁ-ん]/.test(summary)).length).toBeGreaterThan(120);
    expect(volumes.filter(({ summary }) => /^[ -~“”‘’]+$/.test(summary)).length).toBeGreaterThan(120);
    expect(catalogue.filter(({ body }) => body.illustrator).length).toBeGreaterThan(5);
    expect(volumes.filter(({ subtitle }) => subtitle).length).toBeGreaterThan(250);
  });
});

describe('the seed of the shop', () => {
  it('puts every product into a category it has, and names parents before their children', () => {
    const names = categories.map(({ name }) => name);
    for (const { category } of products) expect(names).toContain(category);
    for (const [index, { parent }] of categories.entries()) {
      if (parent !== undefined) expect(names.slice(0, index)).toContain(parent);
    }
  });

  it('keeps to the lengths, stocks and levels that the product description names', () => {
    for (const { name } of categories) expect([...name].length).toBeLessThanOrEqual(50);
    for (const { name, price, stock, alertLevel } of products) {
      expect([...name].length).toBeLessThanOrEqual(100);
      expect(Number.isInteger(price.amount)).toBe(true);
      expect(['100/20', '50/10', '25/15']).toContain(`${stock}/${alertLevel}`);
    }
  });
});
