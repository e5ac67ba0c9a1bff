/** The page as a single file for anywhere a file can be opened: dist/course.html. */
import { defineConfig } from 'vite';
import { inlinedCore } from './build/inlined_core.ts';
import { nothingLater } from './build/nothing_later.ts';
import { oneFile } from './build/one_file.ts';
import { scriptOf } from './build/script_of.ts';
import { build, checks, web } from './build/settings.ts';
import { withoutIndentation } from './build/without_indentation.ts';

const inlined = inlinedCore({
  instead: {
    'wasm/module/core_bytes.ts': 'src/engine/inlined/unpacked_core.ts',
    'wasm/module/generated/core.js': 'src/engine/inlined/whole.ts',
    'wasm/module/plain_exports.ts': 'src/engine/inlined/whole.ts',
    'wasm/module/run_bytes.ts': 'src/engine/inlined/no_bytes.ts',
    'wasm/module/study_bytes.ts': 'src/engine/inlined/no_bytes.ts',
  },
});
const engine = () =>
  scriptOf(
    `${web}/src/engine/inlined/engine.ts`,
    { plugins: [inlined, nothingLater] },
    'runOrchestratorEngine',
  );

/** What is in the engine's script and must not be in the page's a second time. */
const shared = [
  'wasm/module/core_bytes.ts',
  'wasm/module/core.ts',
  'wasm/module/prepared.ts',
  'wasm/module/run_of.ts',
  'wasm/module/runs.ts',
  'wasm/module/study.ts',
  'wasm/module/study_of.ts',
  'web/src/engine/questions.ts',
  'web/src/engine/report.ts',
  'web/src/formats/json_walk.ts',
  'web/src/formats/pipeline_file.ts',
  'web/src/formats/shape.ts',
];
const fromEngine = Object.fromEntries(
  shared.map((file) => [file, 'src/engine/inlined/from_engine.ts']),
);

export default defineConfig({
  root: web,
  base: './',
  publicDir: false,
  plugins: [
    withoutIndentation,
    nothingLater,
    inlinedCore({
      instead: {
        ...fromEngine,
        'wasm/module/run_bytes.ts': 'src/engine/inlined/no_bytes.ts',
        'wasm/module/study_bytes.ts': 'src/engine/inlined/no_bytes.ts',
        'web/src/engine/worker.ts': 'src/engine/inlined/worker.ts',
        'web/src/offline/updates.ts': 'src/offline/no_updates.ts',
      },
    }),
    oneFile({ name: 'course.html', engine, wasm: ['whole.wasm'] }),
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
