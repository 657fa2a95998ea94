import { describe, expect, it } from 'vitest';
import { routeTable } from './route-table.ts';

const table = (...keys: string[]) => routeTable(keys.map((routeKey) => ({ routeKey })));

describe('a route', () => {
  const routes = table(
    '$default',
    'ANY /api/{proxy+}',
    'GET /api/{proxy+}',
    'GET /api/loans/{loanId}',
    'GET /api/loans/open',
    'ANY /api/loans/{loanId}',
  );
  it.each([
    ['GET', '/api/loans/open', 'GET /api/loans/open', {}],
    ['GET', '/api/loans/42', 'GET /api/loans/{loanId}', { loanId: '42' }],
    ['POST', '/api/loans/42', 'ANY /api/loans/{loanId}', { loanId: '42' }],
    ['GET', '/api/a/b/c', 'GET /api/{proxy+}', { proxy: 'a/b/c' }],
    ['DELETE', '/api/a/b', 'ANY /api/{proxy+}', { proxy: 'a/b' }],
    ['GET', '/elsewhere', '$default', {}],
    ['GET', '/api/loans/%E6%96%87%E5%BA%AB', 'GET /api/loans/{loanId}', { loanId: '文庫' }],
    ['GET', '/api/loans/%zz', 'GET /api/loans/{loanId}', { loanId: '%zz' }],
  ])('for %s %s is %s', (method, path, routeKey, pathParameters) => {
    expect(routes.match(method, path)).toEqual({ route: { routeKey }, pathParameters });
  });

  it('is not found for another method, an empty parameter or a longer path', () => {
    const only = table('GET /api/loans/{loanId}');
    expect(only.match('POST', '/api/loans/1')).toBeUndefined();
    expect(only.match('GET', '/api/loans/')).toBeUndefined();
    expect(only.match('GET', '/api/loans/1/2')).toBeUndefined();
    expect(only.methodsOf('/api/loans/1')).toEqual(['GET']);
  });
});
