/** The other end of wasm/packing, in the page. */

interface Unpack {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  /** The address of room for what is packed. */
  unpack_room(): number;
  /** The address where the bytes will stand, the first so many of which are wasm. */
  unpack_begin(wasm: number): number;
  /** Goes on until there are so many. */
  unpack_to(size: number): void;
}

/** Browsers compile a function better only between its calls. */
const atOnce = 512;

/** The bytes that were packed, of which there are so many, by unpack.wasm. */
export function unpack(
  wasm: BufferSource,
  packed: Uint8Array,
  size: number,
  wasmBytes = 0,
): Uint8Array<ArrayBuffer> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
  const { memory, _initialize, unpack_room, unpack_begin, unpack_to } =
    exports as unknown as Unpack;
  _initialize?.();
  new Uint8Array(memory.buffer, unpack_room()).set(packed);
  const begin = unpack_begin(wasmBytes);
  for (let done = 0; done < size; ) {
    done = Math.min(done + atOnce, size);
    unpack_to(done);
  }
  return new Uint8Array(memory.buffer.slice(begin, begin + size));
}
