/** Large pipelines in somebody else's page: their policy may let no worker through, so the page's own thread takes its place. */
import { coreBytes } from '../../../wasm/module/core_bytes';
import type { Port } from './protocol';
import { Tasks } from './worker_tasks';

export async function openWorker(): Promise<{ port: Port; wasm: ArrayBuffer }> {
  const wasm = (await coreBytes()) as ArrayBuffer;
  const tasks = new Tasks((data) => port.onmessage?.({ data }));
  const port: Port = {
    onmessage: null,
    onerror: null,
    postMessage: (ask) => void tasks.handle(ask),
    terminate() {
      port.onmessage = null;
    },
  };
  return { port, wasm };
}
