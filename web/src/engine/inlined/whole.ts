/**
 * What stands for the core's glue where a single wasm holds everything: that wasm exports the core's functions by their
 * names, beside the plain ones of studies and runs.
 */
import { exportsOf as made } from '../../../../wasm/module/plain_exports';
import type { PlainExports } from '../../../../wasm/module/plain_wasm';
import type { CreateCore, RawCore } from '../../../../wasm/module/raw';

/** The functions that answer a view: the wasm's answer the address of where it begins and how long it is. */
const views = {
  cellsRoom: Uint8Array,
  textRoom: Uint8Array,
  pairsRoom: Uint32Array,
  boxesRoom: Float64Array,
  namesRoom: Uint8Array,
  nameEndsRoom: Uint32Array,
  idsRoom: Uint32Array,
  ids: Uint32Array,
  ends: Uint32Array,
  numbers: Float64Array,
  bytes: Uint8Array,
};

type Whole = PlainExports & Record<string, (count?: number) => number>;

let whole: Whole | undefined;

/** Only asked for by who has the core already. */
export async function exportsOf<Raw extends PlainExports>(): Promise<Raw> {
  if (!whole) throw new Error('The core is not loaded.');
  return whole as unknown as Raw;
}

const createCore: CreateCore = async ({ wasmBinary }) => {
  const wasm = await made<Whole>(wasmBinary as ArrayBuffer);
  whole = wasm;
  const seen = Object.entries(views).map(([name, Numbers]) => [
    name,
    (count?: number) => {
      const place = (wasm[name] as (count?: number) => number)(count) >>> 0;
      const { buffer } = wasm.memory;
      const [start, length] = new Uint32Array(buffer, place, 2);
      return new Numbers(buffer, start, length);
    },
  ]);
  return { ...wasm, ...Object.fromEntries(seen) } as unknown as RawCore;
};

export default createCore;
