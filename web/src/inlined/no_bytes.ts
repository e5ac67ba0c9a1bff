/** Where the bytes of the wasm always come by message. */
export function coreBytes(): Promise<never> {
  return Promise.reject(new Error('The core was not sent.'));
}
