/** What the wasms without Emscripten's glue have in common: plain functions of numbers, and an answer in lists. */

/** Answers the address of something in the wasm's memory. */
export type Room = (count: number) => number;

export interface PlainExports {
  memory: WebAssembly.Memory;
}

export abstract class PlainWasm<Raw extends PlainExports> {
  readonly raw: Raw;

  constructor(raw: Raw) {
    this.raw = raw;
  }

  /** Where the table of the answer's lists stands. */
  protected abstract answer(): number;

  /** Copies of the lists of the last answer. */
  ids(): Uint32Array {
    return this.list(0, Uint32Array);
  }
  ends(): Uint32Array {
    return this.list(1, Uint32Array);
  }
  numbers(): Float64Array {
    return this.list(2, Float64Array);
  }
  texts(): string[] {
    const bytes = this.list(3, Uint8Array);
    let start = 0;
    return Array.from(this.ends(), (end) => {
      const text = decoder.decode(bytes.subarray(start, end));
      start = end;
      return text;
    });
  }

  /** The memory as it is now: it moves when it grows. */
  protected words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.raw.memory.buffer, address >>> 0, length);
  }
  protected bytesAt(address: number, length: number): Uint8Array {
    return new Uint8Array(this.raw.memory.buffer, address >>> 0, length);
  }

  private list<Numbers extends Uint32Array | Float64Array | Uint8Array>(
    which: number,
    Kind: new (memory: ArrayBuffer, address: number, length: number) => Numbers,
  ): Numbers {
    const table = this.words(this.answer(), 8);
    const [address = 0, length = 0] = table.subarray(which * 2);
    return new Kind(this.raw.memory.buffer, address, length).slice() as Numbers;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
