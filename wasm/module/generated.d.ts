/** What the wasm build leaves in generated/, so that types hold before it has run. */
declare module '*/generated/core.js' {
  const createCore: import('./raw.js').CreateCore;
  export default createCore;
}

declare module '*/generated/whole.js' {
  const createWhole: (options: {
    /** Makes the instance instead of the glue. Hands it over later, and returns an empty object. */
    instantiateWasm(
      imports: WebAssembly.Imports,
      ready: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports;
  }) => Promise<import('./raw.js').RawCore>;
  export default createWhole;
}
