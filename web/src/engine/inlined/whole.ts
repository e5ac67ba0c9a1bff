/**
 * The glue of the one wasm that a single file has, in the place of core.js. It serves the core by Embind; what else is in
 * the wasm are plain functions of the same instance.
 */
import createWhole from '../../../../wasm/module/generated/whole.js';
import type { PlainExports } from '../../../../wasm/module/plain_wasm';
import type { CreateCore } from '../../../../wasm/module/raw';

let plain: PlainExports | undefined;

/** The memory and the plain functions, by their names in C; only asked for by who has the core already. */
export function wholeExports(): PlainExports {
  if (!plain) throw new Error('The core is not loaded.');
  return plain;
}

const createCore: CreateCore = ({ wasmBinary }) =>
  new Promise((resolve, reject) => {
    let memory: WebAssembly.Memory;
    createWhole({
      instantiateWasm(imports, ready) {
        WebAssembly.instantiate(wasmBinary as BufferSource, imports).then(({ instance }) => {
          // It has another name in every build.
          const exported = Object.values(instance.exports);
          memory = exported.find((one) => one instanceof WebAssembly.Memory) as WebAssembly.Memory;
          ready(instance);
        }, reject);
        return {};
      },
    }).then((core) => {
      const functions = Object.entries(core).map(([name, call]) => [name.replace(/^_/, ''), call]);
      plain = { memory, ...Object.fromEntries(functions) };
      resolve(core);
    }, reject);
  });

export default createCore;
