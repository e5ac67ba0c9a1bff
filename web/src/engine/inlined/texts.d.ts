/** What the build makes for deliveries in a single file. */
declare module 'virtual:core' {
  /** The wasm, compressed by deflate, in base64. */
  const text: string;
  export default text;
}

declare module 'virtual:run' {
  /** The same of run.wasm. */
  const text: string;
  export default text;
}

declare module 'virtual:packed' {
  /** The files' names and how many bytes they have. */
  export const sizes: readonly (readonly [name: string, size: number])[];
  /** All of them together, compressed by LZMA, in base64. */
  export const text: string;
}

/** The part of the package lzma1 that unpacks; the package by its name has the other, larger one with it. */
declare module 'virtual:decoder' {
  export class Decoder {
    decompress(
      input: { readByte(): number },
      output: { writeBytes(bytes: Uint8Array, from: number, count: number): void },
    ): void;
  }
}
