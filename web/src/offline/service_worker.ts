/**
 * Keeps the page so that it opens without a network. Every version is kept whole and apart from the others, so that no
 * page is put together from two of them. Built by web/build/service_worker.ts.
 */
import type { Scope } from './scope';

/** Set by the build: the page's files, relative to it, and a hash over all of them. */
declare const FILES: readonly string[];
declare const VERSION: string;

const scope = self as unknown as Scope;
const prefix = 'run-orchestrator ';
const mine = prefix + VERSION;
const home = new URL('./', scope.location.href).href;
const kept = new Set(FILES.map((file) => new URL(file, home).href));

scope.addEventListener('install', (event) => event.waitUntil(fill()));
scope.addEventListener('activate', (event) => event.waitUntil(removeOld()));
// Never unasked: somebody may be at work with the version before.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take over') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');
  const isPart = kept.has(url) || url.startsWith(`${home}assets/`);
  if (request.method === 'GET' && isPart) event.respondWith(answer(url, request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(mine);
  await cache.addAll([...kept].map((url) => new Request(url, { cache: 'no-cache' })));
}

/** A page of the version before may still be open in another tab and ask for its parts. */
async function removeOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(mine);
  // What varies is how the server compressed it, and that is over.
  const how = { ignoreVary: true };
  const found = (await cache.match(url, how)) ?? (await caches.match(url, how));
  return found ?? fetch(request);
}
