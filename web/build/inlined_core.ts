/** For deliveries in a single file: the wasm as text, the worker's script as text, and nothing to be fetched. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { scriptOf } from './script_of.ts';
import { project, web } from './settings.ts';

const module = path.join(project, 'wasm/module');
const texts = { core: '\0core as text', worker: '\0worker as text' };

interface Options {
  /** The modules that this delivery has others for: paths in the project, and in web. */
  instead: Readonly<Record<string, string>>;
}

/** Puts other modules in the place of some, and gives them the texts of `virtual:core` and `virtual:worker`. */
export function inlinedCore({ instead }: Options): Plugin {
  const replaced = new Map(
    Object.entries(instead).map(([from, to]) => [path.join(project, from), path.join(web, to)]),
  );
  return {
    name: 'inlined-core',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === 'virtual:core') return texts.core;
      if (source === 'virtual:worker') return texts.worker;
      if (!importer || !/^\.|\?worker/.test(source)) return null;
      const [name = ''] = source.split('?');
      const found = await this.resolve(name, importer, { skipSelf: true });
      return (found && replaced.get(found.id)) ?? null;
    },
    async load(id) {
      if (id === texts.core) return `export default ${JSON.stringify(coreText())}`;
      if (id === texts.worker) return `export default ${JSON.stringify(await workerText())}`;
      return null;
    },
    // The glue would look for the wasm beside itself; it is always given the bytes.
    transform(code, id) {
      if (!id.startsWith(path.join(module, 'generated'))) return null;
      return { code: code.replaceAll('import.meta.url', '"file:///"'), map: null };
    },
  };
}

function coreText(): string {
  const wasm = readFileSync(path.join(module, 'generated/core.wasm'));
  return deflateRawSync(wasm, { level: 9 }).toString('base64');
}

/** The worker is sent the wasm, so none is in it. */
function workerText(): Promise<string> {
  const instead = { 'wasm/module/core_bytes.ts': 'src/inlined/no_bytes.ts' };
  return scriptOf(path.join(web, 'src/engine/worker.ts'), { plugins: [inlinedCore({ instead })] });
}
