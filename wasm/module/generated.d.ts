/** What the wasm build leaves in generated/, so that types hold before it has run. */
declare module '*/generated/core.js' {
  const createCore: import('./raw.js').CreateCore;
  export default createCore;
}
