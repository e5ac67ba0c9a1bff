/** The page that a server delivers: dist/page. */
import { defineConfig } from 'vite';
import { inlineScripts } from './build/inline_scripts.ts';
import { serviceWorker } from './build/service_worker.ts';
import { build, web } from './build/settings.ts';
import { withoutIndentation } from './build/without_indentation.ts';

/** Everything is relative, so that dist/page can be served from any folder. */
export default defineConfig({
  root: web,
  base: './',
  plugins: [inlineScripts, withoutIndentation, serviceWorker],
  build: {
    ...build,
    outDir: '../dist/page',
    emptyOutDir: true,
    // Inlined assets would be data: addresses, which the page's policy does not let the wasm be fetched from.
    assetsInlineLimit: 0,
  },
});
