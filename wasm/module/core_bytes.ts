/** Where the bytes of core.wasm come from: beside this module. Whoever delivers them otherwise replaces this file. */
export const coreBytes = () => bytesAt(new URL('./generated/core.wasm', import.meta.url));

export async function bytesAt(url: URL): Promise<ArrayBuffer | Uint8Array> {
  if (url.protocol === 'file:') {
    // Only Node gets here: browsers cannot fetch files. Named by a variable so that no bundler looks for it.
    const fileSystem = 'node:fs/promises';
    const { readFile } = await import(/* @vite-ignore */ fileSystem);
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The core could not be loaded: ${response.status} for ${url.pathname}`);
  return response.arrayBuffer();
}
