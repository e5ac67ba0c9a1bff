/** The module in a page of somebody else's: no bundler, a strict Content Security Policy. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { loadOrchestrator } from '../../wasm/module/index.js';
import { openBrowser } from '../web/browser.mjs';

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const html = `<!doctype html><title>Somebody's page</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script type="module" src="./page.js"></script>`;
const script = `import { loadOrchestrator } from './module/index.js';
globalThis.orchestrator = await loadOrchestrator();
document.title = 'ready';`;

type Loaded = { orchestrator: Awaited<ReturnType<typeof loadOrchestrator>> };

let folder = '';
let page: Page;
let stop: () => Promise<void> = async () => {};
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'module-page-'));
  cpSync(path.resolve(import.meta.dirname, '../../dist/module'), path.join(folder, 'module'), {
    recursive: true,
  });
  writeFileSync(path.join(folder, 'index.html'), html);
  writeFileSync(path.join(folder, 'page.js'), script);
  const opened = await openBrowser(folder);
  stop = opened.stop;
  page = await opened.browser.newPage();
  page.on('console', (message) => {
    if (!message.text().includes('favicon')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(opened.url);
  await page.waitForFunction(() => document.title === 'ready');
}, 60_000);

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

test('sorts, traces and runs there as in Node', async () => {
  const seen = await page.evaluate(() => {
    const { orchestrator } = globalThis as unknown as Loaded;
    const definition = { steps: [{ name: 'a' }, { name: 'b', depends_on: ['a'] }] };
    const sorted = orchestrator.sort(definition);
    const traced = orchestrator.trace(definition);
    const last = traced.ok ? traced.trace.frame(traced.trace.length - 1) : null;
    if (traced.ok) traced.trace.dispose();
    return { sorted, state: last?.state, report: orchestrator.reportText(definition) };
  });
  expect(seen.sorted).toEqual({ ok: true, order: ['a', 'b'] });
  expect(seen.state).toBe('sorted');
  expect(seen.report).toMatchObject({ ok: true, text: expect.stringContaining('Pipeline PASSED') });
});

test('grows its memory without losing a definition', async () => {
  const steps = await page.evaluate(() => {
    const { orchestrator } = globalThis as unknown as Loaded;
    const many = Array.from({ length: 200_000 }, (_, i) => ({ name: `step number ${i}` }));
    const sorted = orchestrator.sort({ steps: many });
    return sorted.ok ? sorted.order.length : -1;
  });
  expect(steps).toBe(200_000);
});

test('breaks no rule of the policy', () =>
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]));
