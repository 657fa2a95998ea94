import type { Endpoint } from '../../functions/platform/http/endpoint.ts';
import { refusalsOf } from '../../functions/platform/http/general-refusals.ts';
import type { Seen } from './stage.ts';

/** Answers that need another system than the one of the scenes, and the journey that sees them. */
export const seenElsewhere: Readonly<Record<string, { answers: readonly (number | string)[]; by: string }>> = {
  'POST /api/loans': {
    answers: ['too-many-loans', 'too-many-loans-today'],
    by: 'functions/lending/borrow-limits.spec.ts',
  },
  'POST /api/categories': {
    answers: ['too-many-categories'],
    by: 'functions/shop/domain/category/decide-category.spec.ts',
  },
  'GET /api/me/records.csv': { answers: ['too-large'], by: 'functions/records/projections/records/csv.spec.ts' },
  ...Object.fromEntries(
    ['google', 'github'].flatMap((provider) =>
      ['authorize', 'callback'].map((step) => [
        `GET /api/auth/${provider}/${step}`,
        {
          answers: [302, 'too-many-requests'],
          by: 'tests/journeys/sign-in-with.spec.ts, functions/accounts/address-limit',
        },
      ]),
    ),
  ),
  // The limits per address are too high here to be met.
  'POST /api/auth/register': { answers: ['too-many-requests'], by: 'functions/accounts/address-limit' },
  'POST /api/auth/refresh': { answers: ['too-many-requests'], by: 'functions/accounts/address-limit' },
};

/** What a route promises and no scene has seen: its answers by status, its own refusals by code. */
export const unseen = (endpoints: readonly Endpoint[], seen: readonly Seen[]): readonly string[] =>
  endpoints.flatMap((endpoint) => {
    const { route, answers, refusals } = endpoint;
    const mine = seen.filter((one) => one.route === route);
    const elsewhere = seenElsewhere[route]?.answers ?? [];
    const statuses = Object.keys(answers).map(Number);
    return [
      ...statuses
        .filter((status) => !mine.some((one) => one.status === status) && !elsewhere.includes(status))
        .map((status) => `${route} → ${status}`),
      ...Object.keys(refusals)
        .filter((code) => !mine.some((one) => one.code === code) && !elsewhere.includes(code))
        .map((code) => `${route} → ${refusalsOf(endpoint)[code]} ${code}`),
    ];
  });
