/** The bytes of the wasm where they are part of the script: compressed, as text. */
import text from 'virtual:core';

export const coreBytes = (): Promise<ArrayBuffer> => inflated(text);

export function inflated(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}
