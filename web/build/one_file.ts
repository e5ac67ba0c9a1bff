/** Makes the built page a single HTML file with a policy that lets through exactly what is in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { lettersOf } from '../src/engine/inlined/letters.ts';
import { hashOf, scriptsIn } from './inline_scripts.ts';
import { generated, packed } from './packed.ts';
import { scriptOf } from './script_of.ts';
import { web } from './settings.ts';

interface Options {
  /** The file's name in the output folder. */
  name: string;
  /** The script that the page's own needs before it. */
  engine: () => Promise<string>;
  /** Files of wasm/module/generated that go with it. */
  wasm: readonly string[];
}

export function oneFile({ name, engine, wasm }: Options): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const found = { '.html': '', '.css': '', '.js': '' };
        for (const [file, part] of Object.entries(bundle)) {
          const kind = path.extname(file) as keyof typeof found;
          if (found[kind] !== '') throw new Error(`${file} has no place in ${name}.`);
          found[kind] = part.type === 'chunk' ? part.code : String(part.source);
          delete bundle[file];
        }
        const { '.html': html, '.css': style, '.js': page } = found;
        const scripts = {
          'engine.js': await smaller(await engine(), false),
          'page.js': await smaller(page, true),
        };
        const binary = wasm.map((file) => [file, generated(file)]);
        const unpacking = await unpackingOf({ ...Object.fromEntries(binary), ...scripts });
        const run = [...scriptsIn(html), unpacking, ...Object.values(scripts)];
        const source = joined(html, style, unpacking, policy(run, style));
        this.emitFile({ type: 'asset', fileName: name, source });
      },
    },
  };
}

/** Every byte counts here, so a second minifier goes over what the first has left: a hundredth of the file. */
async function smaller(script: string, module: boolean): Promise<string> {
  const compress = { passes: 3, keep_fargs: false, unsafe_arrows: true };
  const { code } = await minify(script, { ecma: 2020, module, compress });
  if (!code) throw new Error('Nothing is left of a script.');
  return code;
}

/** The script that unpacks the others. */
async function unpackingOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const unpack = path.join(web, 'src/engine/inlined/unpack.ts');
  const constants = { ...packed(files), unpacking: lettersOf(generated('unpack.wasm')) };
  const virtual: Plugin = {
    name: 'packed',
    resolveId: (source) => (source === 'virtual:packed' ? '\0packed' : null),
    load: (id) =>
      id === '\0packed'
        ? Object.entries(constants)
            .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
            .join('\n')
        : null,
  };
  return (await scriptOf(unpack, { plugins: [virtual] })).trim();
}

function joined(html: string, style: string, script: string, rules: string): string {
  // As text, not as base64, for it is packed better.
  const icon = readFileSync(path.join(web, 'public/icon.svg'), 'utf8').trim();
  const address = icon.replaceAll('"', "'").replace(/[#<>]/g, encodeURIComponent);
  const replacements: [RegExp, string][] = [
    [/(http-equiv="Content-Security-Policy"\s+content=")[^"]*/, `$1${rules}`],
    [/<link rel="manifest"[^>]*>\s*/, ''],
    [/<link rel="icon" href="[^"]*"/, `<link rel="icon" href="data:image/svg+xml,${address}"`],
    [/\s*<script type="module"[^>]*><\/script>/, ''],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/<\/body>/, `  <script>${script}</script>\n  </body>`],
  ];
  const page = html.replace(/\n\s+/g, '\n');
  return replacements.reduce((text, [what, by]) => {
    if (!what.test(text)) throw new Error(`The page has no ${what}.`);
    return text.replace(what, (_all, before) => by.replace('$1', before));
  }, page);
}

function policy(scripts: string[], style: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html run-orchestrator-unpacked run-orchestrator-worker',
  ].join('; ');
}
