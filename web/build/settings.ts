/** What all builds for browsers have in common. */
import path from 'node:path';
import type { BuildEnvironmentOptions } from 'vite';

export const web = path.resolve(import.meta.dirname, '..');
export const project = path.resolve(web, '..');

/** How long plugins took on a busy machine is no warning. */
export const checks = { pluginTimings: false };

export const build = {
  target: ['chrome123', 'firefox128', 'safari17.5'],
  // The polyfill fetches by script; every browser that runs this page preloads modules by itself.
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  rolldownOptions: { checks },
} satisfies BuildEnvironmentOptions;
