/** The page that a server delivers: it opens without the server later, and newer versions are announced. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileServer, listen } from '../../web/start.mjs';
import { useBrowser, Visit } from './visit';

useBrowser();

let folder = '';
let server: Server;
let at = '';
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  cpSync(path.resolve(import.meta.dirname, '../../dist/page'), folder, { recursive: true });
  server = fileServer(folder);
  at = `http://127.0.0.1:${await listen(server, 0)}/`;
});
afterEach(() => {
  stopServer();
  rmSync(folder, { recursive: true });
});

function stopServer(): void {
  server.close();
  server.closeAllConnections();
}

function change(file: string, what: RegExp, by: string): void {
  const place = path.join(folder, file);
  const text = readFileSync(place, 'utf8');
  expect(text).toMatch(what);
  writeFileSync(place, text.replace(what, by));
}

/** Puts a newer version in the place of the one that is served; its title tells which. */
function publish(version: string): void {
  change('index.html', /<title>[^<]*/, `<title>${version}`);
  change('service_worker.js', /(?<=run-orchestrator `,\w+=\w+\+`)[^`]*/, version);
}

async function isKept(visit: Visit): Promise<void> {
  await visit.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

test('after one visit the page opens without the server, and every part of it works', async () => {
  const visit = await Visit.to({ at });
  await visit.press('Step forward', 3);
  await isKept(visit);
  stopServer();
  await visit.reload();
  expect(await visit.position()).toBe('event 4 of 16');
  await visit.press('Find a step');
  await visit.page.getByRole('combobox', { name: /step/i }).first().waitFor();
  await visit.page.goto(`${at}index.html?from=a-bookmark`);
  await visit.press('Break it');
  await visit.page.getByText('On a cycle').filter({ visible: true }).first().waitFor();
  await visit.end();
});

test('a newer version is announced, can be put off, and takes over with the work intact', async () => {
  const visit = await Visit.to({ at });
  const { page } = visit;
  await isKept(visit);
  const old = await page.title();
  publish('the second version');
  await visit.reload();
  await page.getByText('A new version is ready.').waitFor();
  expect(await page.title()).toBe(old);
  await visit.press('Later');
  expect(await page.getByText('A new version is ready.').count()).toBe(0);
  await visit.press('Step forward', 4);
  expect(await visit.position()).toBe('event 5 of 16');

  await visit.reload();
  expect(await visit.position()).toBe('event 5 of 16');
  expect(await page.title()).toBe(old);
  await visit.field('Name of step 1').fill('fetch');
  await visit.press('Reload now');
  await expect.poll(() => page.title(), { timeout: 10_000 }).toBe('the second version');
  await visit.slider.waitFor();
  expect(await visit.field('Name of step 1').inputValue()).toBe('fetch');
  expect(await visit.position()).toBe('event 5 of 16');
  expect(await page.getByText('A new version is ready.').count()).toBe(0);
  await visit.end();
});

test('a page in another tab goes on with its own version until it is asked to change', async () => {
  const visit = await Visit.to({ at });
  const { page } = visit;
  await isKept(visit);
  await visit.reload();
  const other = await page.context().newPage();
  await other.goto(at);
  await other.getByRole('button', { name: 'Find a step' }).waitFor();
  publish('the second version');
  // The new version has no such part, and the server neither.
  change('service_worker.js', /`?assets\/find_step[^`,]*`?,/, '');
  const [part = ''] = readdirSync(path.join(folder, 'assets')).filter((name) => /^find/.test(name));
  rmSync(path.join(folder, 'assets', part));
  await visit.reload();
  await visit.press('Reload now');
  await expect.poll(() => page.title(), { timeout: 10_000 }).toBe('the second version');
  await other.getByRole('button', { name: 'Find a step' }).click();
  await other.getByRole('combobox', { name: /step/i }).first().waitFor();
  await other.getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => other.title(), { timeout: 10_000 }).toBe('the second version');
  await visit.end();
});

test('versions before the last one are removed', async () => {
  const visit = await Visit.to({ at });
  const { page } = visit;
  await isKept(visit);
  for (const version of ['the second', 'the third', 'the fourth']) {
    publish(version);
    await visit.reload();
    await visit.press('Reload now');
    await expect.poll(() => page.title(), { timeout: 10_000 }).toBe(version);
    await visit.slider.waitFor();
  }
  const names = await page.evaluate(() => caches.keys());
  expect(names).toEqual(['run-orchestrator the third', 'run-orchestrator the fourth']);
  await visit.end();
});

test('the manifest names the page and icons of its sizes', async () => {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'app.webmanifest'), 'utf8'));
  const visit = await Visit.to({ at });
  const link = await visit.page.getAttribute('link[rel=manifest]', 'href');
  expect(new URL(`${link}`, at).href).toBe(`${at}app.webmanifest`);
  for (const { src, sizes } of manifest.icons) {
    const width = await visit.page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image.naturalWidth;
    }, src);
    if (sizes !== 'any') expect(`${width}x${width}`).toBe(sizes);
  }
  await visit.end();
});
