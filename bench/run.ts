const benches: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  borrow: () => import('./borrow.ts'),
  'event-store': () => import('./event-store.ts'),
  login: () => import('./login.ts'),
  orders: () => import('./orders.ts'),
  rebuild: () => import('./rebuild.ts'),
  search: () => import('./search.ts'),
};

// A bench prints its figures, not those of each command.
process.env.POWERTOOLS_METRICS_DISABLED = 'true';
// The X-Ray SDK would follow every promise of the bench; functions have an environment of their own.
process.env.AWS_XRAY_MANUAL_MODE = 'true';

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench) {
  await (await bench()).run();
} else {
  console.error(`npm run bench -- <name>; there are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
}
