import { defineConfig, type Plugin } from 'vite';

/** Takes the indentation out of styles and templates, which minifiers leave alone as texts: nothing of it is ever seen. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/web\/src\/.*\.ts$/.test(id)) return null;
    return { code: code.replace(/\n +/g, '\n'), map: null };
  },
};

/** The page. Everything is relative, so that dist/page can be served from any folder. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [withoutIndentation],
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
