import * as z from 'zod';

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || protocol === 'http:';
};
const isPathOnThisSite = (text: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(text);

/** An http(s) address or a path on this site, nothing else: a `javascript:` or `//host` cover must not reach a page. */
export const CoverUrl = z
  .string()
  .max(2048)
  .refine((text) => isWebAddress(text) || isPathOnThisSite(text), 'must be an http(s) URL or a path on this site');
