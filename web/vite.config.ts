import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** No inline script and no data: fonts: the server's content security policy allows neither. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
