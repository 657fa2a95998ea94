import { expect, it } from 'vitest';
import { avatarUrlOf } from '../../../../events/accounts/avatar-url.ts';
import { MemberId } from '../../../../events/ids.ts';
import { drawingOf } from './drawing.ts';
import { avatarEndpoint } from './endpoint.ts';

const fileOf = (id: string) => avatarUrlOf(MemberId.parse(id)).replace('/api/avatars/', '');

it('the avatar of a member is the same drawing each time, and another one for another member', () => {
  expect(drawingOf(fileOf('aki'))).toBe(drawingOf(fileOf('aki')));
  expect(drawingOf(fileOf('aki'))).not.toBe(drawingOf(fileOf('mei')));
  expect(drawingOf(fileOf('aki'))).toMatch(/^<svg .*<\/svg>$/);
});

it('the address of an avatar is one that its route takes', () =>
  expect(avatarEndpoint.params.safeParse({ file: fileOf('018f-Ab') }).success).toBe(true));

it.each(['aki', 'aki.png', '.svg', 'a b.svg', '<x>.svg', `${'x'.repeat(65)}.svg`])('%s is no avatar', (file) =>
  expect(avatarEndpoint.params.safeParse({ file }).success).toBe(false));
