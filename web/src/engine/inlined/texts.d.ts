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
  /** All of them together, packed by wasm/packing, in letters (letters.ts). */
  export const text: string;
  /** How many of the bytes, from the first, are wasm. */
  export const wasm: number;
  /** What unpacks them: a wasm in letters. */
  export const unpacking: string;
}
