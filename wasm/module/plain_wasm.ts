/** What the wasms without Emscripten's glue have in common: plain functions of numbers, and an answer in lists. */

/** Answers the address of something in the wasm's memory. */
type Room = (count: number) => number;

/** The raw bindings of wasm/plain_bindings.cpp. */
export interface PlainExports {
  memory: WebAssembly.Memory;
  plain_pairs: Room;
  plain_numbers: Room;
  plain_text: Room;
  plain_ends: Room;
  plain_ids: Room;
  plain_answer(): number;
}

export class PlainWasm<Raw extends PlainExports> {
  readonly raw: Raw;

  constructor(raw: Raw) {
    this.raw = raw;
  }

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

  /** Pairs of steps that the next call is about. */
  sendPairs(pairs: ArrayLike<number>): void {
    this.words(this.raw.plain_pairs(pairs.length / 2), pairs.length).set(pairs);
  }
  protected sendText(bytes: Uint8Array): void {
    const room = this.raw.plain_text(bytes.length) >>> 0;
    new Uint8Array(this.raw.memory.buffer, room, bytes.length).set(bytes);
  }
  protected sendEnds(ends: ArrayLike<number>): void {
    this.words(this.raw.plain_ends(ends.length), ends.length).set(ends);
  }

  /** The memory as it is now: it moves when it grows. */
  protected words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.raw.memory.buffer, address >>> 0, length);
  }

  private list<Numbers extends Uint32Array | Float64Array | Uint8Array>(
    which: number,
    Kind: new (memory: ArrayBuffer, address: number, length: number) => Numbers,
  ): Numbers {
    const table = this.words(this.raw.plain_answer(), 8);
    const [address = 0, length = 0] = table.subarray(which * 2);
    return new Kind(this.raw.memory.buffer, address, length).slice() as Numbers;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
