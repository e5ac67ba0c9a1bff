/** What the build makes of the wasm for deliveries in a single file. */
declare module 'virtual:core' {
  /** The wasm, compressed by deflate, in base64. */
  const text: string;
  export default text;
}

declare module 'virtual:study' {
  const text: string;
  export default text;
}
