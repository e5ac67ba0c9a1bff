import { defineConfig } from 'vite';

/** The page. Everything is relative, so that dist/page can be served from any folder. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // The polyfill fetches by script; every browser that runs this page preloads modules by itself.
    modulePreload: { polyfill: false },
    // Inlined assets would be data: addresses, which the page's policy does not let the wasm be fetched from.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
