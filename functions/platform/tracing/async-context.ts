import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Stands in for `cls-hooked` below the X-Ray SDK (infra/bundles.ts puts it there). That package follows every promise
 * with async hooks, which costs a function more than its own work; the platform's AsyncLocalStorage costs next to nothing.
 * Only what the X-Ray SDK calls is here.
 */
type Context = Record<string, unknown>;

class Namespace {
  private readonly storage = new AsyncLocalStorage<Context>();
  /** Where everything happens that no `run` surrounds: one execution environment serves one invocation at a time. */
  private root: Context = {};

  get active(): Context {
    return this.storage.getStore() ?? this.root;
  }

  createContext(): Context {
    return Object.create(this.active);
  }

  enter(context: Context): void {
    this.root = context;
  }

  get(key: string): unknown {
    return this.active[key];
  }

  set<Value>(key: string, value: Value): Value {
    this.active[key] = value;
    return value;
  }

  run(work: (context: Context) => unknown): Context {
    const context = this.createContext();
    this.storage.run(context, work, context);
    return context;
  }

  bind<Arguments extends unknown[], Result>(work: (...args: Arguments) => Result): (...args: Arguments) => Result {
    const context = this.active;
    return (...args) => this.storage.run(context, () => work(...args));
  }
}

const namespaces = new Map<string, Namespace>();

export const createNamespace = (name: string): Namespace => {
  const namespace = new Namespace();
  namespaces.set(name, namespace);
  return namespace;
};

export const getNamespace = (name: string): Namespace | undefined => namespaces.get(name);

export const destroyNamespace = (name: string): void => void namespaces.delete(name);
