/** Builds the service worker with the list of the files that make up the page. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { scriptOf } from './script_of.ts';
import { web } from './settings.ts';

/** Icons are the system's to keep once the page is installed. */
const isKept = (file: string) => !file.endsWith('.png') && file !== 'service_worker.js';

export const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter(isKept)
      .sort();
    const hash = createHash('sha256');
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(dir, file)));
    const script = await scriptOf(path.join(web, 'src/offline/service_worker.ts'), {
      define: {
        FILES: JSON.stringify(files.map((file) => (file === 'index.html' ? './' : file))),
        VERSION: JSON.stringify(hash.digest('hex').slice(0, 16)),
      },
    });
    writeFileSync(path.join(dir, 'service_worker.js'), script);
  },
};
