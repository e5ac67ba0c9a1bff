/** What the single file is packed by: what is unpacked in a browser must be what was packed, whatever it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generated, pack } from '../../web/build/packed';
import { bytesOf, lettersOf } from '../../web/src/engine/inlined/letters';
import { unpack } from '../../web/src/engine/inlined/unpacking';

const wasm = new Uint8Array(generated('unpack.wasm'));

function there(bytes: Uint8Array, wasmBytes = 0): Uint8Array {
  return unpack(wasm, pack(bytes, wasmBytes), bytes.length, wasmBytes);
}

test('any bytes are the same again', () => {
  const noise = fc.uint8Array({ maxLength: 3000 });
  const words = fc
    .array(fc.constantFrom('step', 'depends on ', '{', '0, ', '\n'), { maxLength: 400 })
    .map((list) => new TextEncoder().encode(list.join('')));
  fc.assert(
    fc.property(fc.oneof(noise, words), fc.nat(3000), (bytes, wasmBytes) => {
      expect(there(bytes, wasmBytes)).toEqual(bytes);
    }),
    { numRuns: 40 },
  );
});

test('so are nothing, one byte over and over, and all that fits', () => {
  let noise = 1;
  const most = new Uint8Array(2 ** 20);
  for (let at = 0; at < most.length; at++) {
    noise = Math.imul(noise, 1_664_525) + 1_013_904_223;
    most[at] = at < 2 ** 18 ? noise >>> 24 : (most[at - 2 ** 18] as number);
  }
  for (const bytes of [new Uint8Array(), new Uint8Array(100_000), most]) {
    expect(Buffer.compare(there(bytes), bytes)).toBe(0);
  }
});

test('wasm is packed smaller when it is known for what it is', () => {
  const run = new Uint8Array(generated('run.wasm'));
  expect(Buffer.compare(there(run, run.length), run)).toBe(0);
  expect(pack(run, run.length).length).toBeLessThan(pack(run).length);
});

test('what is written again is packed to next to nothing', () => {
  const text = new TextEncoder().encode(
    'Which step may go first? One that waits for nothing. '.repeat(500),
  );
  expect(pack(text).length).toBeLessThan(150);
});

test('more than there is room for is refused', () => {
  expect(() => pack(new Uint8Array(2 ** 20 + 1))).toThrow('too many');
});

test('any bytes as letters are the same again, and none of the letters needs an escape', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = lettersOf(bytes);
      expect(text).not.toMatch(/[^!-~]|["$'<\\`]/);
      expect(bytesOf(text)).toEqual(bytes);
    }),
  );
});
