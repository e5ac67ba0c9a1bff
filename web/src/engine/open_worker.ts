/** Where the worker comes from: the one place that knows how it is delivered. */
import type { TrustedTypePolicyFactory } from 'trusted-types/lib';
import type { Port } from './protocol';
import address from './worker?worker&url';

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
/** Lets this one script through, and nothing else. */
const policy = trustedTypes?.createPolicy('run-orchestrator-worker', {
  createScriptURL(url) {
    if (url === address) return url;
    throw new TypeError(`No worker may be made of ${url}.`);
  },
});

/** The worker, and the bytes of the wasm, which it is to be sent first. */
export async function openWorker(): Promise<{ port: Port; wasm: ArrayBuffer }> {
  const response = await fetch(
    new URL('../../../wasm/module/generated/core.wasm', import.meta.url),
  );
  if (!response.ok) throw new Error(`the core could not be loaded (${response.status})`);
  const wasm = await response.arrayBuffer();
  const trusted = (policy?.createScriptURL(address) ?? address) as string;
  return { port: new Worker(trusted) as unknown as Port, wasm };
}
