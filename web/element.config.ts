/** The figure as an element for other pages: dist/element, with an example page from web/embed. */
import path from 'node:path';
import { defineConfig } from 'vite';
import { inForeignPages } from './build/in_foreign_pages.ts';
import { inlinedCore } from './build/inlined_core.ts';
import { nothingLater } from './build/nothing_later.ts';
import { build, checks, web } from './build/settings.ts';
import { withoutIndentation } from './build/without_indentation.ts';

export default defineConfig({
  root: web,
  publicDir: 'embed',
  plugins: [
    withoutIndentation,
    nothingLater,
    inlinedCore({
      instead: {
        'wasm/module/core_bytes.ts': 'src/engine/inlined/core_bytes.ts',
        'wasm/module/run_bytes.ts': 'src/engine/inlined/run_bytes.ts',
        'web/src/engine/open_worker.ts': 'src/engine/open_in_page.ts',
        // The figure is for looking and stepping; whoever wants to edit opens the page.
        'web/src/views/graph/interaction.ts': 'src/views/graph/liveliness.ts',
      },
    }),
    inForeignPages,
  ],
  build: {
    ...build,
    outDir: '../dist/element',
    emptyOutDir: true,
    modulePreload: false,
    lib: {
      entry: path.join(web, 'src/element/main.ts'),
      formats: ['iife'],
      name: 'kahnTrace',
      fileName: () => 'kahn-trace.js',
    },
    rolldownOptions: { checks, output: { codeSplitting: false } },
  },
});
