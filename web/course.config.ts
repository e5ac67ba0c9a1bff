/** The page as a single file for anywhere a file can be opened: dist/course.html. */
import { defineConfig } from 'vite';
import { inlinedCore } from './build/inlined_core.ts';
import { oneFile } from './build/one_file.ts';
import { build, checks, web } from './build/settings.ts';
import { withoutIndentation } from './build/without_indentation.ts';

export default defineConfig({
  root: web,
  base: './',
  publicDir: false,
  plugins: [
    withoutIndentation,
    inlinedCore({
      instead: {
        'wasm/module/core_bytes.ts': 'src/inlined/core_bytes.ts',
        'web/src/offline/updates.ts': 'src/inlined/no_updates.ts',
        'web/src/engine/worker.ts': 'src/inlined/worker.ts',
      },
    }),
    oneFile('course.html'),
  ],
  build: {
    ...build,
    outDir: '../dist',
    emptyOutDir: false,
    modulePreload: false,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: { checks, output: { codeSplitting: false } },
  },
});
