/**
 * The one script that stands in the single file as it is. It unpacks the others and starts them as if they stood beside it:
 * the page's policy lets through these very texts, by their hashes.
 */

import { sizes, text, unpacking, wasm } from 'virtual:packed';
import type { TrustedTypePolicyFactory } from 'trusted-types/lib';
import { keptText } from '../../state/saved_work';
import { bytesOf } from './letters';
import { unpack } from './unpacking';

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

/** A link to the pipeline that was kept here before; nothing where none is. */
function keptWork(): string | HTMLElement {
  try {
    const { definition } = JSON.parse(keptText({ local: localStorage, tab: sessionStorage }) ?? '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(definition, null, 2)]));
    link.download = 'pipeline.json';
    link.textContent = 'Download your work';
    return link;
  } catch {
    return '';
  }
}

const files: Record<string, Uint8Array<ArrayBuffer>> = {};
(globalThis as { runOrchestratorFiles?: typeof files }).runOrchestratorFiles = files;
try {
  const size = sizes.reduce((sum, [, size]) => sum + size, 0);
  const unpacked = unpack(bytesOf(unpacking), bytesOf(text), size, wasm);
  let end = 0;
  for (const [name, size] of sizes) {
    end += size;
    files[name] = unpacked.subarray(end - size, end);
  }
  run('engine.js', '');
  run('page.js', 'module');
} catch (error) {
  const place = document.querySelector('[slot="loading"]') as HTMLElement;
  place.role = 'alert';
  place.textContent = `This file unpacks itself by WebAssembly, which this browser has not, or does not allow: allow it for this page, or open the file in another browser. (${error}) `;
  place.append(keptWork());
  // The lesson need not wait for a figure any more.
  place.closest('run-orchestrator')?.setAttribute('ready', '');
  // A reload comes back to where one was, past the sentence.
  addEventListener('load', () => setTimeout(() => place.scrollIntoView({ block: 'center' })));
}
