// Installs what a command needs and what is not there yet: packages of Debian or Ubuntu, and npm's.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot, output, Problem, run, which } from './shell.mjs';

const header = (name) => existsSync(path.join('/usr/include', name));
const emccInEmsdk = () => path.join(process.env.EMSDK ?? '/nowhere', 'upstream/emscripten/emcc');

/** clang's own libraries are a package of their own, whose name has changed over the years. */
function hasFuzzerLibrary() {
  const folder = output('clang', ['-print-resource-dir']);
  if (!folder || !existsSync(path.join(folder, 'lib'))) return false;
  return readdirSync(path.join(folder, 'lib'), { recursive: true }).some((file) =>
    file.includes('clang_rt.fuzzer'),
  );
}
function fuzzerPackages() {
  const version = output('clang', ['-dumpversion'])?.split('.')[0];
  return [
    'libclang-rt-dev',
    ...(version ? [`libclang-rt-${version}-dev`, `libclang-common-${version}-dev`] : []),
  ];
}

const firefoxes = ['firefox-esr', 'firefox'];
export const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `packages` are alternatives, best first. Where there is none CMake fetches the `source`, or it goes `without`. */
const needs = {
  compiler: { there: () => which('g++') ?? which('clang++'), packages: () => ['g++'] },
  cmake: { there: () => which('cmake'), packages: () => ['cmake'] },
  ninja: { there: () => which('ninja'), packages: () => ['ninja-build'] },
  emscripten: {
    there: () => which('emcc') ?? existsSync(emccInEmsdk()),
    packages: () => ['emscripten'],
  },
  json: {
    there: () => header('nlohmann/json.hpp'),
    packages: () => ['nlohmann-json3-dev'],
    source: true,
  },
  arguments: {
    there: () => header('CLI/CLI.hpp'),
    packages: () => ['libcli11-dev'],
    source: true,
  },
  googletest: {
    there: () => header('gtest/gtest.h'),
    packages: () => ['libgtest-dev'],
    source: true,
  },
  rapidcheck: {
    there: () => header('rapidcheck.h'),
    packages: () => ['librapidcheck-dev'],
    source: true,
  },
  clang: { there: () => which('clang++'), packages: () => ['clang'] },
  fuzzer: { there: hasFuzzerLibrary, packages: fuzzerPackages },
  format: { there: () => which('clang-format'), packages: () => ['clang-format'] },
  tidy: { there: () => which('clang-tidy'), packages: () => ['clang-tidy'] },
  browser: {
    there: () => process.env.CHROME_PATH || browsers.some(which),
    packages: () => ['chromium'],
  },
  // Without it the tests take the whole browser, which is slower; not every distribution has it.
  browserEngine: {
    there: () => process.env.CHROME_PATH || which('chromium-headless-shell'),
    packages: () => ['chromium-headless-shell'],
    without: 'The browser tests take the whole browser, which takes them longer.',
  },
  firefox: {
    there: () => process.env.FIREFOX_PATH || firefoxes.some(which),
    packages: () => firefoxes,
  },
  benchmark: {
    there: () => header('benchmark/benchmark.h'),
    packages: () => ['libbenchmark-dev'],
    source: true,
  },
  boost: {
    there: () => header('boost/graph/adjacency_list.hpp'),
    packages: () => ['libboost-graph-dev'],
  },
  make: { there: () => which('make'), packages: () => ['make'] },
  igraph: { there: () => header('igraph/igraph.h'), packages: () => ['libigraph-dev'] },
};

const forWasm = ['cmake', 'ninja', 'emscripten'];
const forNative = ['cmake', 'ninja', 'compiler', 'json', 'arguments'];
export const needsOf = {
  start: forWasm,
  build: [...forWasm, ...forNative],
  fuzz: ['cmake', 'ninja', 'clang', 'fuzzer', 'compiler', 'json', 'arguments'],
  bench: [...forWasm, ...forNative, 'benchmark', 'boost', 'igraph', 'browser'],
  commands: [...forNative, 'make'],
  test: [
    ...forWasm,
    ...forNative,
    'googletest',
    'rapidcheck',
    'clang',
    'fuzzer',
    'format',
    'tidy',
    'browser',
    'browserEngine',
    'firefox',
  ],
};

/** How to become root: [] when we are, ["sudo", "-n"] where that asks for no password, otherwise undefined. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return output('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n'];
}

const missing = (names) => names.filter((name) => !needs[name].there());
/** The first alternative that this distribution has. */
const packageFor = (name) =>
  needs[name].packages().find((candidate) => output('apt-cache', ['show', '--quiet=2', candidate]));

async function installPackages(names) {
  const rights = asRoot();
  if (!which('apt-get') || !rights) return;
  const apt = (...args) =>
    run(rights[0] ?? 'apt-get', [...rights.slice(1), ...(rights[0] ? ['apt-get'] : []), ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(`Installing what is missing: ${names.join(', ')}`);
  try {
    await apt('update', '-qq');
    const packages = names.map(packageFor).filter(Boolean);
    if (packages.length > 0)
      await apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  } catch (error) {
    console.error(error.message);
  }
}

function explain(names) {
  const packages = names.map((name) => needs[name].packages()[0]);
  const lines = [
    `These are missing and could not be installed from here: ${names.join(', ')}.`,
    'On Debian or Ubuntu:',
    `  sudo apt-get install ${packages.join(' ')}`,
    'Elsewhere install the same from your system.',
  ];
  if (names.includes('emscripten')) {
    lines.push(
      'Emscripten can be had everywhere (put its emcc on the PATH or set EMSDK):',
      '  git clone https://github.com/emscripten-core/emsdk.git && cd emsdk',
      '  ./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh',
    );
  }
  return lines.join('\n');
}

/** Makes sure that everything the command needs is there; throws a Problem that says what to do where it cannot. */
export async function install(command) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }

  let lacking = missing(needsOf[command]);
  // As long as that helps: which package holds the fuzzer's library is known only once clang is there.
  for (let before = Number.POSITIVE_INFINITY; lacking.length > 0 && lacking.length < before; ) {
    before = lacking.length;
    await installPackages(lacking);
    lacking = missing(needsOf[command]);
  }
  const fatal = lacking.filter((name) => !needs[name].source && !needs[name].without);
  if (fatal.length > 0) throw new Problem(explain(fatal));
  const fetched = lacking.filter((name) => needs[name].source);
  if (fetched.length > 0)
    console.log(`No package for ${fetched.join(', ')}: CMake will fetch the source.`);
  for (const name of lacking) if (needs[name].without) console.log(needs[name].without);

  const installed = inRoot('node_modules/.package-lock.json');
  const fresh =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
  if (fresh) return;
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    // The browsers are the system's own.
    env: { PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
}
