/** The main walk in Firefox: step, break, mend, edit, run, reload; from a server and from a file. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fileServer, listen } from '../../web/start.mjs';

const dist = path.resolve(import.meta.dirname, '../../dist');
const server = fileServer(path.join(dist, 'page'));
let browser: Browser;
let served = '';

/** FIREFOX_PATH, or the first Firefox on the PATH. */
function firefoxPath(): string {
  const { PATH = '', FIREFOX_PATH } = process.env as { PATH?: string; FIREFOX_PATH?: string };
  const folders = PATH.split(path.delimiter);
  const found = ['firefox-esr', 'firefox'].flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  );
  const file = [FIREFOX_PATH, ...found].find((name) => name && existsSync(name));
  if (!file) throw new Error('No Firefox on the PATH: install firefox-esr or set FIREFOX_PATH.');
  return file;
}

beforeAll(async () => {
  served = `http://127.0.0.1:${await listen(server, 0)}/`;
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath() });
});
afterAll(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
});

/** As people find things: by what they are and how they are called, in whatever component they are. */
function find(page: Page, selector: string, name: string): Promise<ElementHandle<Element>> {
  const look = (wanted: string, called: string) => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (!element.matches(wanted) || !element.checkVisibility()) continue;
        const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
        if (label.replace(/\s+/g, ' ').trim() === called) return element;
      }
    }
    return null;
  };
  return vi.waitUntil(
    async () => (await page.evaluateHandle(look, selector, name)).asElement() as never,
    { timeout: 30_000, interval: 100 },
  );
}

async function press(page: Page, name: string): Promise<void> {
  await (await find(page, 'button', name)).evaluate((button) => (button as HTMLElement).click());
}
async function position(page: Page): Promise<string | null> {
  const slider = await find(page, 'input[type=range]', 'Event');
  return slider.evaluate((element) => element.getAttribute('aria-valuetext'));
}
async function order(page: Page): Promise<string[]> {
  const region = await find(page, '[role=group]', 'Steps in order');
  return region.evaluate((row) =>
    [...row.querySelectorAll('li')].map((item) =>
      (item.textContent ?? '').replace(/^\s*\d+\s*/, '').trim(),
    ),
  );
}

async function walk(address: string): Promise<void> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  await press(page, 'Step forward');
  await expect.poll(() => position(page)).toBe('event 2 of 16');
  await press(page, 'Break it');
  await find(page, 'dt', 'On a cycle');
  await press(page, 'Mend it');
  await find(page, 'button', 'Break it');
  const name = await find(page, 'input', 'Name of step 1');
  await name.evaluate((field) => {
    (field as HTMLInputElement).focus();
    (field as HTMLInputElement).select();
  });
  await page.keyboard.type('fetch');
  await press(page, 'Last event');
  const names = ['fetch', 'validate', 'transform', 'load', 'notify'];
  await expect.poll(() => order(page)).toEqual(names);
  await press(page, 'Report');
  await find(page, 'h3', 'Report: the run of 5 steps passed');
  await page.reload();
  await expect.poll(() => position(page)).toBe('event 16 of 16');
  const kept = await find(page, 'input', 'Name of step 1');
  expect(await kept.evaluate((field) => (field as HTMLInputElement).value)).toBe('fetch');
  expect(complaints).toEqual([]);
  await page.close();
}

test('the main walk works in Firefox, from a server', () => walk(served), 120_000);
test(
  'the main walk works in Firefox, from a file',
  () => walk(pathToFileURL(path.join(dist, 'course.html')).href),
  120_000,
);
