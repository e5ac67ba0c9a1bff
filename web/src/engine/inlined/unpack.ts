/**
 * The one script that stands in the single file as it is. It unpacks the others and starts them as if they stood beside it:
 * the page's policy lets through these very texts, by their hashes.
 */

import { Decoder } from 'virtual:decoder';
import { sizes, text } from 'virtual:packed';
import type { TrustedTypePolicyFactory } from 'trusted-types/lib';

const letters = atob(text);
const packed = new Uint8Array(letters.length);
for (let at = 0; at < packed.length; at++) packed[at] = letters.charCodeAt(at);

const unpacked = new Uint8Array(sizes.reduce((sum, [, size]) => sum + size, 0));
let [taken, given] = [0, 0];
new Decoder().decompress(
  { readByte: () => packed[taken++] ?? -1 },
  {
    writeBytes(bytes, from, count) {
      unpacked.set(bytes.subarray(from, from + count), given);
      given += count;
    },
  },
);

let end = 0;
const files: Record<string, Uint8Array<ArrayBuffer>> = {};
for (const [name, size] of sizes) {
  end += size;
  files[name] = unpacked.subarray(end - size, end);
}
(globalThis as { runOrchestratorFiles?: typeof files }).runOrchestratorFiles = files;

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
const policy = trustedTypes?.createPolicy('run-orchestrator-unpacked', {
  createScript: (code) => code,
});

function run(name: string, type: string): void {
  const script = document.createElement('script');
  const code = new TextDecoder().decode(files[name]);
  script.type = type;
  script.textContent = (policy?.createScript(code) ?? code) as string;
  document.body.append(script);
  // It runs all the same; and who saves the page does not save it twice.
  script.remove();
}

run('engine.js', '');
run('page.js', 'module');
