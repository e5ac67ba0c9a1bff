/** Lets the page open without a network from the second visit on, and tells when a newer version has been fetched. */
import { serviceWorkerAddress } from '../engine/trusted_scripts';

/** Calls back with the way to change over to a newer version, as soon as one is there. */
export async function watchForUpdates(found: (changeOver: () => void) => void): Promise<void> {
  // Nowhere but on pages from a safe server.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!container || !/^https?:/.test(location.protocol)) return;
  try {
    const registration = await container.register(serviceWorkerAddress());
    let isAsked = false;
    const tell = () => {
      const { waiting } = registration;
      // Without a controller it is the first version and nothing new.
      if (!waiting || !container.controller) return;
      found(() => {
        isAsked = true;
        waiting.postMessage('take over');
      });
    };
    const reload = () => location.reload();
    // What the learner did is saved whenever the page is left; in other tabs nobody has asked for that yet.
    container.addEventListener('controllerchange', () => (isAsked ? reload() : found(reload)));
    tell();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', tell);
    });
    // A page that is kept open for days looks from time to time.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch {
    // Storage is forbidden here, or there is no room: the page works as before, with a network.
  }
}
