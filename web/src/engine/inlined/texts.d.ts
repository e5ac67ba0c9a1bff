/** What the build makes of the core for deliveries in a single file. */
declare module 'virtual:core' {
  /** The wasm, compressed by deflate, in base64. */
  const text: string;
  export default text;
}
