/** Packs files into one text by LZMA: a sixth smaller than by what browsers unpack themselves, and unpacked in a blink. */
import { compress } from 'lzma1';

/** A megabyte to look back on, which is more than there is. */
const window = 4;

/** What web/src/engine/inlined/unpack.ts makes files of again: all of them in base64, and where each begins and ends. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>) {
  const bytes = Object.values(files).map((content) => Buffer.from(content));
  const sizes = Object.keys(files).map((name, index) => [name, bytes[index]?.length] as const);
  return { sizes, text: Buffer.from(compress(Buffer.concat(bytes), window)).toString('base64') };
}
