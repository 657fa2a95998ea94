import { registerHooks } from 'node:module';
import { join } from 'node:path';

/**
 * The bundles of functions have another `cls-hooked/context` than the package's own, whose hooks make every promise dear
 * (docs/decisions/0008-tracing-without-async-hooks.md). A bench that imports this before anything else has it too.
 */
const REPLACED = 'cls-hooked/context';
const replacement = join(import.meta.dirname, '../functions/platform/tracing/async-context.ts');

registerHooks({
  resolve: (specifier, context, next) => next(specifier === REPLACED ? replacement : specifier, context),
});
