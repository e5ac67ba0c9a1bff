/** Starts the worker. How its script and the wasm are delivered is the build's matter. */
import { coreBytes } from '../../../wasm/module/core_bytes';
import type { Port } from './protocol';
import { workerAddress } from './trusted_scripts';

/** The worker, and the bytes of the wasm, which it is to be sent first. */
export async function openWorker(): Promise<{ port: Port; wasm: ArrayBuffer }> {
  const wasm = (await coreBytes()) as ArrayBuffer;
  return { port: new Worker(workerAddress()) as unknown as Port, wasm };
}
