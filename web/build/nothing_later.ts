/** In a single file every module is there from the start: what waits to be imported is imported, and promised, at once. */
import type { Plugin } from 'vite';

export const nothingLater: Plugin = {
  name: 'nothing-later',
  // After the types are gone, which can speak of import() too.
  transform(code) {
    const sources: string[] = [];
    const promised = code.replace(/\bimport\(("[^"]+"|'[^']+')\)/g, (_all, source) => {
      sources.push(source);
      return `Promise.resolve().then(() => later${sources.length})`;
    });
    if (sources.length === 0) return null;
    const imports = sources.map((source, at) => `import * as later${at + 1} from ${source};`);
    return { code: `${imports.join('\n')}\n${promised}`, map: null };
  },
};
