import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createNamespace, destroyNamespace, getNamespace } from './async-context.ts';

describe('the context of a trace', () => {
  it('is known by its name until it is given up', () => {
    const namespace = createNamespace('trace');
    expect(getNamespace('trace')).toBe(namespace);
    destroyNamespace('trace');
    expect(getNamespace('trace')).toBeUndefined();
  });

  it('holds what is set outside any run, whoever asks later', async () => {
    const namespace = createNamespace('trace');
    namespace.enter(namespace.createContext());
    namespace.set('segment', 'facade');
    await turn();
    expect(namespace.get('segment')).toBe('facade');
  });

  it('keeps runs side by side apart, and lets each see what surrounds it', async () => {
    const namespace = createNamespace('trace');
    namespace.set('segment', 'outer');
    const seen: unknown[] = [];
    const work = (name: string) =>
      new Promise<void>((done) => {
        namespace.run(async () => {
          seen.push(namespace.get('segment'));
          namespace.set('segment', name);
          await turn();
          seen.push(namespace.get('segment'));
          done();
        });
      });
    await Promise.all([work('a'), work('b')]);
    expect(seen).toEqual(['outer', 'outer', 'a', 'b']);
    expect(namespace.get('segment')).toBe('outer');
  });

  it('follows a bound function', () => {
    const namespace = createNamespace('trace');
    let ask = () => namespace.get('segment');
    namespace.run(() => {
      namespace.set('segment', 'inner');
      ask = namespace.bind(ask);
    });
    expect(ask()).toBe('inner');
  });
});
