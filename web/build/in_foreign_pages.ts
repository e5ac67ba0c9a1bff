/** What lets the figure live in somebody else's page, beside whatever is there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { web } from './settings.ts';

const element = 'kahn-trace';
const source = path.join(web, 'src');

export const inForeignPages: Plugin = {
  name: 'in-foreign-pages',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('/lit-html.js')) return { code: withOwnPolicy(code), map: null };
    if (!id.startsWith(source)) return null;
    return { code: withOwnNames(asWideAsTheFigure(inPixels(code))), map: null };
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        if (!part.code.startsWith('(function')) throw new Error('The script cannot be guarded.');
        // A second copy of the script leaves the work to the first.
        part.code = `customElements.get('${element}')||${part.code}`;
      }
    },
  },
};

/** The page may have a policy of Lit's own already. */
function withOwnPolicy(code: string): string {
  const own = code.replace('createPolicy("lit-html"', `createPolicy("${element}"`);
  if (own === code) throw new Error("Lit's policy was not found.");
  return own;
}

/** The page may have other elements of these names. */
function withOwnNames(code: string): string {
  return code.replace(names, `${element}-$1`);
}
const names = new RegExp(`(?<![\\w.-]|[^<]/)(${namesIn(source).join('|')})(?![\\w-])`, 'g');

function namesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .flatMap((code) => [...code.matchAll(/customElements\.define\('([\w-]+)'/g)])
    .map(([, name]) => `${name}`)
    .filter((name) => name !== element && name !== 'run-orchestrator');
}

/** Not the window's width counts, but the figure's. */
function asWideAsTheFigure(code: string): string {
  return code.replace(/@media (?=\((?:max|min)-width)/g, '@container ');
}

/** The page may have made its root's text any size. */
function inPixels(code: string): string {
  return code.replace(/\b(\d*\.?\d+)rem\b/g, (_all, size) => `${Number(size) * 16}px`);
}
