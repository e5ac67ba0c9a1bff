/** What the build makes of the core and of the worker for deliveries in a single file. */
declare module 'virtual:core' {
  /** The wasm, compressed by deflate, in base64. */
  const text: string;
  export default text;
}
declare module 'virtual:worker' {
  const script: string;
  export default script;
}
