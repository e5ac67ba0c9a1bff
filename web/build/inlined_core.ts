/** For deliveries in a single file: the wasm as text, and nothing to be fetched. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { project, web } from './settings.ts';

const module = path.join(project, 'wasm/module');
/** Modules that are a wasm's text. */
const texts = new Map([
  ['virtual:core', 'core.wasm'],
  ['virtual:run', 'run.wasm'],
]);

interface Options {
  /** The modules that this delivery has others for, which may import them: paths in the project, and in web. */
  instead: Readonly<Record<string, string>>;
}

/** Puts other modules in the place of some, and gives them the texts of `virtual:core` and `virtual:run`. */
export function inlinedCore({ instead }: Options): Plugin {
  const replaced = new Map(
    Object.entries(instead).map(([from, to]) => [path.join(project, from), path.join(web, to)]),
  );
  return {
    name: 'inlined-core',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (texts.has(source)) return `\0${source}`;
      if (!importer || !/^\.|\?worker/.test(source)) return null;
      const [name = ''] = source.split('?');
      const found = await this.resolve(name, importer, { skipSelf: true });
      const other = found && replaced.get(found.id);
      return other === importer ? null : (other ?? null);
    },
    load(id) {
      const file = texts.get(id.slice(1));
      return file ? `export default ${JSON.stringify(textOf(file))}` : null;
    },
    // The glue would look for the wasm beside itself; it is always given the bytes.
    transform(code, id) {
      if (!id.startsWith(path.join(module, 'generated'))) return null;
      return { code: code.replaceAll('import.meta.url', '"file:///"'), map: null };
    },
  };
}

function textOf(file: string): string {
  const wasm = readFileSync(path.join(module, 'generated', file));
  return deflateRawSync(wasm, { level: 9 }).toString('base64');
}
