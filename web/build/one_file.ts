/** Makes the built page a single HTML file with a policy that lets through exactly what is in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { hashOf, scriptsIn } from './inline_scripts.ts';
import { web } from './settings.ts';

/** `name` is the file's name in the output folder, `engine` the script that the page's own needs before it. */
export function oneFile(name: string, engine: () => Promise<string>): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const parts = { html: '', script: '', style: '', engine: await engine() };
        for (const [file, part] of Object.entries(bundle)) {
          const text = part.type === 'chunk' ? part.code : String(part.source);
          if (file.endsWith('.html')) parts.html = text;
          else if (file.endsWith('.js') && !parts.script) parts.script = text;
          else if (file.endsWith('.css') && !parts.style) parts.style = text;
          else throw new Error(`${file} has no place in ${name}.`);
          delete bundle[file];
        }
        this.emitFile({ type: 'asset', fileName: name, source: joined(parts) });
      },
    },
  };
}

function joined(parts: Record<'html' | 'script' | 'style' | 'engine', string>): string {
  const { html, style } = parts;
  const [engine, script] = [safe(parts.engine), safe(parts.script)];
  const icon = readFileSync(path.join(web, 'public/icon.svg')).toString('base64');
  const replacements: [RegExp, string][] = [
    [
      /(http-equiv="Content-Security-Policy"\s+content=")[^"]*/,
      `$1${policy([...scriptsIn(html), engine, script], style)}`,
    ],
    [/<link rel="manifest"[^>]*>\s*/, ''],
    [/<link rel="icon" href="[^"]*"/, `<link rel="icon" href="data:image/svg+xml;base64,${icon}"`],
    [/\s*<script type="module"[^>]*><\/script>/, ''],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [
      /<\/body>/,
      `  <script id="engine">${engine}</script>\n    <script type="module">${script}</script>\n  </body>`,
    ],
  ];
  return replacements.reduce((text, [what, by]) => {
    if (!what.test(text)) throw new Error(`The page has no ${what}.`);
    return text.replace(what, (_all, before) => by.replace('$1', before));
  }, html);
}

/** Without what would end the script element, or begin a comment in it. */
function safe(script: string): string {
  return script.trim().replace(/<(?=\/script|!--)/gi, '\\x3C');
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
    'trusted-types lit-html run-orchestrator-worker',
  ].join('; ');
}
