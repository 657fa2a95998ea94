import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const CENTRAL = 'https://repo1.maven.org/maven2';

/** What `mirrorOf` may say for a mirror that stands in for Maven Central. */
const standsForCentral = (mirrorOf: string): boolean => {
  const of = mirrorOf.split(',').map((one) => one.trim());
  return !of.includes('!central') && of.some((one) => ['*', 'central', 'external:*'].includes(one));
};

const textOf = (element: string, xml: string): string =>
  new RegExp(`<${element}>\\s*([^<]*?)\\s*</${element}>`).exec(xml)?.[1] ?? '';

/** The mirror of Maven Central in a `settings.xml`, if it has one. */
export const mirrorIn = (settings: string): string | undefined => {
  const mirrors = settings.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<mirror>([\s\S]*?)<\/mirror>/g);
  const mirror = [...mirrors].find(
    ([, xml = '']) => standsForCentral(textOf('mirrorOf', xml)) && textOf('blocked', xml) !== 'true',
  );
  return mirror && textOf('url', mirror[1] ?? '');
};

/** Where jars come from without Maven: MAVEN_REPOSITORY, the mirror of the user's settings, or Maven Central. */
export const mavenRepository = (): string => {
  const settings = join(homedir(), '.m2', 'settings.xml');
  const mirror = existsSync(settings) ? mirrorIn(readFileSync(settings, 'utf8')) : undefined;
  return (process.env.MAVEN_REPOSITORY || mirror || CENTRAL).replace(/\/+$/, '');
};
