// npm run build: the native command, the module (dist/module), the page (dist/page), the page as one file
// (dist/course.html) and the element for other pages (dist/element). Does again only what changed.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { install } from './install.mjs';
import { fingerprint, inRoot, main, root, run, tool, unlessDone, which } from './shell.mjs';

/**
 * Configures a preset of CMakePresets.json where need be; Ninja does it again when a list file changed.
 * Settings stay until other values are asked for. Returns the folder.
 */
export async function configure(preset, settings = {}) {
  const folder = inRoot('build', preset);
  const note = inRoot('build', preset, 'configured.json');
  const compiler = preset.startsWith('wasm') ? (process.env.EMSDK ?? which('emcc')) : '';
  const print = fingerprint(['CMakePresets.json', 'wasm/toolchain.cmake'], root, compiler);
  let before = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
  if (before?.print !== print) {
    // A folder that was configured otherwise (another compiler, another place) cannot be mended, only made anew.
    rmSync(folder, { recursive: true, force: true });
    before = undefined;
  }
  const wanted = { ...before?.settings, ...settings };
  if (!before || JSON.stringify(wanted) !== JSON.stringify(before.settings)) {
    const definitions = Object.entries(wanted).map(([name, value]) => `-D${name}=${value}`);
    await run('cmake', ['--preset', preset, '--log-level=NOTICE', ...definitions]);
    writeFileSync(note, JSON.stringify({ print, settings: wanted }));
  }
  return folder;
}

/** Builds these targets of a preset, or all of them when none is named. */
export async function cmake(preset, targets = [], settings = {}) {
  await run('ninja', ['-C', await configure(preset, settings), ...targets]);
}

/** core.js, core.wasm, study.wasm, run.wasm and, for the single file, whole.wasm and what packs it, into wasm/module/generated. */
export const buildWasm = (settings) =>
  cmake(
    'wasm-release',
    ['core_wasm', 'study_wasm', 'run_wasm', 'whole_wasm', 'pack_wasm', 'unpack_wasm'],
    settings,
  );

/** The ES module for other pages and for Node, with types beside it: dist/module. */
export async function buildModule() {
  const schema = 'trace_event.schema.json';
  const sources = [
    'wasm/module',
    `core/${schema}`,
    'tsconfig.json',
    'package.json',
    'package-lock.json',
    'wasm/setup/build.mjs',
  ];
  await unlessDone('module', fingerprint(sources), 'dist/module/index.js', async () => {
    rmSync(inRoot('dist/module'), { recursive: true, force: true });
    await tool('tsc', ['--project', 'wasm/module/tsconfig.json']);
    mkdirSync(inRoot('dist/module/generated'), { recursive: true });
    for (const file of ['core.js', 'core.wasm', 'study.wasm', 'run.wasm']) {
      cpSync(inRoot('wasm/module/generated', file), inRoot('dist/module/generated', file));
    }
    cpSync(inRoot('core', schema), inRoot('dist/module', schema));
    const { name, version, license } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const description = { name, version, license, type: 'module', types: './index.d.ts' };
    description.exports = {
      '.': { types: './index.d.ts', default: './index.js' },
      [`./${schema}`]: `./${schema}`,
    };
    writeFileSync(inRoot('dist/module/package.json'), `${JSON.stringify(description, null, 2)}\n`);
  });
}

/**
 * The page for a server (dist/page) and as a single file (dist/course.html), and its figure as an element for other pages
 * (dist/element; beside the page too, so that other pages can have it from there).
 */
export async function buildPage() {
  const sources = [
    'web',
    'wasm/module',
    'core/samples',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
    'wasm/setup/build.mjs',
  ];
  // The last that is made.
  const result = 'dist/course.html';
  await unlessDone('page', fingerprint(sources), result, async () => {
    for (const delivery of ['vite', 'element', 'course']) {
      await tool('vite', ['build', '--logLevel', 'warn', '--config', `web/${delivery}.config.ts`]);
    }
    cpSync(inRoot('dist/element/kahn-trace.js'), inRoot('dist/page/kahn-trace.js'));
  });
}

export async function buildAll() {
  await buildWasm();
  await buildModule();
  await buildPage();
  // Whoever only builds needs no test libraries.
  await cmake('native-release', ['orchestrator'], { BUILD_TESTING: 'OFF' });
}

await main(import.meta.url, async () => {
  await install('build');
  await buildAll();
  console.log(
    'Built build/native-release/orchestrator, dist/module, dist/page, dist/course.html and dist/element.',
  );
});
