import { defineConfig } from 'vite';

/** The check in the visitor's browser: a script for the portal's own page, its thread, and what they load when needed. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/verifier/',
  publicDir: false,
  build: {
    outDir: 'dist-verifier',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { check: 'src/verifier/check-file.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  worker: { format: 'es' },
});
