/**
 * Writes a JavaScript value as the flat document of core/document.h: cells of 16 bytes in preorder (kind, count, value)
 * and one text in UTF-8. So a whole definition crosses into the wasm in two copies.
 */

/** The numbers are those of `enum class Kind` in core/document.h. */
enum Kind {
  null = 0,
  boolean = 1,
  number = 2,
  string = 3,
  array = 4,
  object = 5,
  foreign = 6,
}

/** As DocumentBuilder::max_depth: what is nested deeper keeps its kind and loses its content. */
const maxDepth = 8;
const cellBytes = 16;
/** Written within a millisecond. */
const cellsPerSlice = 4096;

export interface FlatDocument {
  cells: Uint8Array;
  text: Uint8Array;
}

/** Half a surrogate pair is no character: UTF-8 cannot hold it. */
const halfCharacter = /\p{Surrogate}/u;

class Flattener {
  private words = new Uint32Array(4 * 256);
  private doubles = new Float64Array(this.words.buffer);
  private cellCount = 0;
  private text = new Uint8Array(4096);
  private textLength = 0;
  private readonly encoder = new TextEncoder();

  finish(): FlatDocument {
    return {
      cells: new Uint8Array(this.words.buffer, 0, this.cellCount * cellBytes),
      text: this.text.subarray(0, this.textLength),
    };
  }

  value(value: unknown, depth: number): void {
    if (value === null || value === undefined) this.cell(Kind.null, 0, 0);
    else if (typeof value === 'boolean') this.cell(Kind.boolean, value ? 1 : 0, 0);
    else if (typeof value === 'number') this.cell(Kind.number, 0, value);
    else if (typeof value === 'string') this.string(value);
    else if (typeof value !== 'object') this.cell(Kind.foreign, 0, 0);
    else if (Array.isArray(value)) this.array(value, depth);
    else this.object(value as Record<string, unknown>, depth);
  }

  /** As `value` for a definition, but with a pause after every so many cells. */
  *slowly(definition: unknown): Generator<void, void> {
    if (typeof definition !== 'object' || definition === null || Array.isArray(definition)) {
      this.value(definition, 0);
      return;
    }
    const own = this.cell(Kind.object, 0, 0);
    let pairs = 0;
    for (const [key, value] of Object.entries(definition)) {
      if (value === undefined) continue;
      this.utf8(key);
      if (Array.isArray(value)) yield* this.itemsSlowly(value);
      else this.value(value, 1);
      pairs++;
    }
    this.words[own * 4 + 1] = pairs;
    this.endAt(own);
  }

  private *itemsSlowly(values: unknown[]): Generator<void, void> {
    const own = this.cell(Kind.array, values.length, 0);
    let pause = this.cellCount + cellsPerSlice;
    for (const value of values) {
      this.value(value, 2);
      if (this.cellCount < pause) continue;
      yield;
      pause = this.cellCount + cellsPerSlice;
    }
    this.endAt(own);
  }

  private array(values: unknown[], depth: number): void {
    const kept = depth < maxDepth ? values.length : 0;
    const own = this.cell(Kind.array, kept, 0);
    for (let i = 0; i < kept; i++) this.value(values[i], depth + 1);
    this.endAt(own);
  }

  private object(object: Record<string, unknown>, depth: number): void {
    const own = this.cell(Kind.object, 0, 0);
    let pairs = 0;
    if (depth < maxDepth) {
      for (const key of Object.keys(object)) {
        const value = object[key];
        // As in JSON, a field that is undefined is not there.
        if (value === undefined) continue;
        this.utf8(key);
        this.value(value, depth + 1);
        pairs++;
      }
    }
    this.words[own * 4 + 1] = pairs;
    this.endAt(own);
  }

  private string(value: string): void {
    if (halfCharacter.test(value)) this.cell(Kind.foreign, 0, 0);
    else this.utf8(value);
  }

  /** A container's cell says where the next value behind it begins. */
  private endAt(cell: number): void {
    this.doubles[cell * 2 + 1] = this.cellCount;
  }

  private cell(kind: Kind, count: number, value: number): number {
    if (this.cellCount * 4 === this.words.length) {
      const larger = new Uint32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
      this.doubles = new Float64Array(larger.buffer);
    }
    this.words[this.cellCount * 4] = kind;
    this.words[this.cellCount * 4 + 1] = count;
    this.doubles[this.cellCount * 2 + 1] = value;
    return this.cellCount++;
  }

  private utf8(value: string): void {
    const offset = this.textLength;
    this.reserve(value.length * 3);
    const ascii = this.ascii(value);
    if (!ascii) {
      this.textLength = offset + this.encoder.encodeInto(value, this.text.subarray(offset)).written;
    }
    this.cell(Kind.string, this.textLength - offset, offset);
  }

  /** Most names are ASCII, and for short texts a loop is several times faster than the encoder. */
  private ascii(value: string): boolean {
    const offset = this.textLength;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code >= 0x80) return false;
      this.text[offset + i] = code;
    }
    this.textLength = offset + value.length;
    return true;
  }

  private reserve(bytes: number): void {
    const needed = this.textLength + bytes;
    if (needed <= this.text.length) return;
    const larger = new Uint8Array(Math.max(needed, this.text.length * 2));
    larger.set(this.text.subarray(0, this.textLength));
    this.text = larger;
  }
}

export function flatten(value: unknown): FlatDocument {
  const flattener = new Flattener();
  flattener.value(value, 0);
  return flattener.finish();
}

/** The same in slices of about a millisecond, for threads that have more to do. */
export function* flattenSlowly(definition: unknown): Generator<void, FlatDocument> {
  const flattener = new Flattener();
  yield* flattener.slowly(definition);
  return flattener.finish();
}
