/** Makes a wasm without Emscripten's glue ready. Who has its functions from elsewhere replaces this file. */
import type { PlainExports } from './plain_wasm.js';

/** C++ calls nothing of ours. What else it asks for is the end of it, by want of memory. */
const imports = {
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: {
    proc_exit() {
      throw new Error('The wasm has come to its end: there is no memory left.');
    },
  },
};

export async function exportsOf<Raw extends PlainExports>(
  bytes: ArrayBuffer | Uint8Array,
): Promise<Raw> {
  const { instance } = await WebAssembly.instantiate(bytes as BufferSource, imports);
  const raw = instance.exports as unknown as Raw & { _initialize(): void };
  raw._initialize();
  return raw;
}
