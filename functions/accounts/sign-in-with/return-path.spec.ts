import { expect, it } from 'vitest';
import { ReturnPath, signInPage } from './return-path.ts';

it.each(['/', '/me/loans?page=2#top', '/series/1', '/@somebody', '/a//b'])('signing in may end at %s', (path) =>
  expect(ReturnPath.safeParse(path).success).toBe(true));

it.each([
  '',
  'me',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  ' /a',
  '/a\r\nSet-Cookie: x=1',
  '/a\\b',
  '/api/auth/logout',
  '/x/../api/me',
  `/${'x'.repeat(512)}`,
])('signing in never ends at %j', (path) => expect(ReturnPath.safeParse(path).success).toBe(false));

it('the sign-in page says why it is shown again, and where its visitor was going', () => {
  expect(signInPage('sign-in-cancelled', '/')).toBe('/sign-in?error=sign-in-cancelled');
  expect(signInPage('sign-in-cancelled', '/me?a=1')).toBe('/sign-in?error=sign-in-cancelled&next=%2Fme%3Fa%3D1');
});
