import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** One import of one file; `to` is a path from the root of the repository, or a package. */
export interface Import {
  from: string;
  to: string;
}
interface Rule {
  because: string;
  from: RegExp;
  /** What must not be imported; a group `$1` of `from` may be used as `{own}`. */
  to: string;
  except?: string;
}

const rules: readonly Rule[] = [
  {
    because: 'a domain is pure: events, its own rules and the decider types',
    from: /^functions\/([^/]+)\/domain\//,
    to: '.*',
    except:
      '^(events/|functions/{own}/domain/|functions/{own}/phrases\\.ts$|functions/platform/(decider|given)\\.ts$|vitest$|fast-check$)',
  },
  {
    because: 'domains share events, never code',
    from: /^functions\/((?!platform|openapi)[^/]+)\//,
    to: '^functions/(?!platform/|{own}/)',
  },
  {
    because: 'the document of the API knows the promises of routes, nothing behind them',
    from: /^functions\/(openapi)\//,
    to: '^functions/(?!platform/|{own}/)',
    except: '[/-]endpoints?\\.ts$',
  },
  { because: 'the platform knows no domain', from: /^(functions)\/platform\//, to: '^functions/(?!platform/)' },
  {
    because: 'a projection knows events only',
    from: /^functions\/([^/]+)\/projections\//,
    to: '^functions/{own}/(domain|commands|reactions)/',
    except: '/phrases\\.ts$',
  },
  {
    because: 'contracts import nothing of ours',
    from: /^(events)\//,
    to: '^(functions|infra|web|local|scripts|bench)/',
  },
  {
    because: 'functions have no local branch',
    from: /^(functions)\/(?!.*\.spec\.ts$)/,
    to: '^(local|infra|web|scripts|bench)/',
  },
  {
    because: 'the local runtime knows the assembly, not the source',
    from: /^(local)\/(?!.*\.spec\.ts$)/,
    to: '^(functions|infra|web)/',
  },
  { because: 'the CDK app is not run by what it describes', from: /^(infra)\//, to: '^(functions|local|web)/' },
  { because: 'the page talks HTTP', from: /^(web)\/src\//, to: '^(functions|infra|local)/' },
];

/** The imports that break a rule, each with the reason. */
export const broken = (imports: readonly Import[]): readonly string[] =>
  imports.flatMap(({ from, to }) =>
    rules.flatMap((rule) => {
      const own = rule.from.exec(from)?.[1];
      if (own === undefined) return [];
      const matches = (pattern: string) => new RegExp(pattern.replaceAll('{own}', own)).test(to);
      const isBroken = matches(rule.to) && !(rule.except !== undefined && matches(rule.except));
      return isBroken ? [`${from} imports ${to}: ${rule.because}`] : [];
    }),
  );

const IMPORT = /(?:^|\s)(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\s)import\s*\(?\s*['"]([^'"]+)['"]/g;

/** Every import of the project's own source. */
export const importsOf = (root: string): readonly Import[] =>
  globSync('{events,functions,infra,local,scripts,web/src,bench}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(([, static_, dynamic]) => {
      const target = static_ ?? dynamic ?? '';
      return { from: file, to: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target };
    }),
  );
