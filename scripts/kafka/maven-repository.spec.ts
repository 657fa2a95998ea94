import { describe, expect, it } from 'vitest';
import { mirrorIn } from './maven-repository.ts';

const settingsWith = (...mirrors: string[]) => `<settings><mirrors>${mirrors.join('')}</mirrors></settings>`;
const mirror = (of: string, url: string, more = '') =>
  `<mirror><id>any</id><mirrorOf>${of}</mirrorOf>\n  <url>${url}</url>${more}</mirror>`;

describe("the mirror of Maven Central in somebody's settings", () => {
  it.each(['*', 'central', 'external:*', 'other, central'])('is the one that is a mirror of %s', (of) =>
    expect(mirrorIn(settingsWith(mirror('other', 'https://other.example'), mirror(of, 'https://mirror.example')))).toBe(
      'https://mirror.example',
    ));

  it.each([
    ['of something else', mirror('other', 'https://other.example')],
    ['of all but Central', mirror('*,!central', 'https://other.example')],
    ['that is blocked', mirror('*', 'http://0.0.0.0/', '<blocked>true</blocked>')],
    ['in a comment', `<!-- ${mirror('*', 'https://example.example')} -->`],
  ])('is not one %s', (_what, one) => expect(mirrorIn(settingsWith(one))).toBeUndefined());
});
