/** The scripts that may be started beside the page: these and nothing else. */
import type { TrustedTypePolicyFactory } from 'trusted-types/lib';
import worker from './worker?worker&url';

/** Made by the build for the page that a server delivers. */
const serviceWorker = './service_worker.js';

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
const policy = trustedTypes?.createPolicy('run-orchestrator-worker', {
  createScriptURL(url) {
    if (url === worker || url === serviceWorker) return url;
    throw new TypeError(`No worker may be made of ${url}.`);
  },
});

const trusted = (url: string) => (policy?.createScriptURL(url) ?? url) as string;

export const workerAddress = (): string => trusted(worker);
export const serviceWorkerAddress = (): string => trusted(serviceWorker);
