/** Packs files into one text by wasm/packing: a fifth smaller than by what browsers unpack themselves. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lettersOf } from '../src/engine/inlined/letters.ts';
import { project } from './settings.ts';

interface Pack {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  /** The address of room for so many bytes. */
  pack_room(size: number): number;
  /** How many bytes they are when they are packed, which stand in the room of this many then. The first are wasm. */
  pack(wasm: number): number;
}

/** As wasm/packing/unpack.cpp has room for; what they are packed has room for half as many. */
const mostBytes = 2 ** 20;

export const generated = (file: string) =>
  readFileSync(path.join(project, 'wasm/module/generated', file));

/**
 * What web/src/engine/inlined/unpack.ts makes files of again: all of them in letters, where each begins
 * and ends, and how much of it is wasm. What is wasm has to stand first.
 */
export function packed(files: Readonly<Record<string, string | Uint8Array>>) {
  const bytes = Object.values(files).map((content) => Buffer.from(content));
  const sizes = Object.keys(files).map((name, index) => [name, bytes[index]?.length ?? 0] as const);
  const wasm = sizes.reduce((sum, [name, size]) => (name.endsWith('.wasm') ? sum + size : sum), 0);
  return { sizes, wasm, text: lettersOf(pack(Buffer.concat(bytes), wasm)) };
}

/** The first so many bytes are wasm, which is packed in its own way. */
export function pack(bytes: Uint8Array, wasmBytes = 0): Uint8Array {
  if (bytes.length > mostBytes) throw new Error(`${bytes.length} bytes are too many to be packed.`);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(generated('pack.wasm')), {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: {
      proc_exit() {
        throw new Error('There is no memory to pack the file.');
      },
    },
  });
  const wasm = exports as unknown as Pack;
  wasm._initialize?.();
  const room = (size: number) =>
    new Uint8Array(wasm.memory.buffer, wasm.pack_room(size) >>> 0, size);
  room(bytes.length).set(bytes);
  const size = wasm.pack(wasmBytes);
  if (size > mostBytes / 2) throw new Error(`${size} bytes are too many to be unpacked.`);
  return room(size).slice();
}
