import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { seedCovers } from './seed-covers.ts';

const API = process.env.BUNKO_URL ?? 'http://localhost:4000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), seedCovers()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A data: URI in a script or a style sheet would be blocked by the content security policy.
    assetsInlineLimit: 0,
    // One script: split, shared schemas would be made before zod is told not to compile them (src/lib/zod-without-eval.ts).
    chunkSizeWarningLimit: 800,
  },
  server: { host: '127.0.0.1', proxy: { '/api': API, '/_local': API } },
});
