/**
 * Bytes as text that gzip makes as small as the bytes were. In base64 it finds chance repetitions, which cost it a hundredth;
 * among more letters they are fewer. Of these 88 the first 40 stand for six bits and the others for seven: what 40/64 and
 * 48/128 add up to is one, so every row of bits can be read.
 */

const short = 40;
/** Printable ones that neither end a string or a script nor stand for something else within them. */
const letters = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .join('')
  .replace(/["$'<\\`]/g, '');

export function lettersOf(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let count = 0;
  const take = (size: number) => (bits >> (count - size)) & (2 ** size - 1);
  const write = () => {
    const isShort = take(6) < short;
    text += letters[isShort ? take(6) : take(7) - short];
    count -= isShort ? 6 : 7;
  };
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    while (count >= 7) write();
  }
  // What is left is followed by zeros, fewer than make a byte.
  bits <<= 7;
  count += 7;
  while (count > 7) write();
  return text;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let size = 0;
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    const at = letters.indexOf(letter);
    const isShort = at < short;
    bits = isShort ? (bits << 6) | at : (bits << 7) | (at + short);
    count += isShort ? 6 : 7;
    if (count >= 8) {
      count -= 8;
      bytes[size++] = bits >> count;
    }
  }
  return bytes.subarray(0, size);
}
