import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { useBrowser, Visit, type VisitOptions } from './visit';

useBrowser();

const mine = JSON.stringify({
  version: 1,
  definition: { name: 'mine', steps: [{ name: 'only' }] },
  cursor: 0,
  speed: 1,
  theme: 'system',
});

const core = /core[^/]*\.wasm/;
const abort = (what: RegExp) => (page: Page) => page.route(what, (route) => route.abort());
const answer = (what: RegExp, response: Parameters<Route['fulfill']>[0]) => (page: Page) =>
  page.route(what, (route) => route.fulfill(response));
/** The server's policy is one more beside the page's own. */
const forbidWasm = (page: Page) =>
  page.route(/\/$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
    await route.fulfill({ response, headers });
  });

const failures: Record<string, [VisitOptions, RegExp]> = {
  'is missing': [
    { prepare: answer(core, { status: 404, body: 'not here' }) },
    /could not be fetched: check the connection.*404/,
  ],
  'cannot be fetched': [{ prepare: abort(core) }, /could not be fetched: check the connection/],
  'arrives damaged': [
    { prepare: answer(core, { contentType: 'application/wasm', body: 'no wasm at all' }) },
    /arrived damaged: reload the page/,
  ],
  'is forbidden by a policy': [
    { prepare: forbidWasm },
    /security policy forbids WebAssembly here.*'wasm-unsafe-eval'/,
  ],
  'cannot run without WebAssembly': [
    { before: () => Object.defineProperty(window, 'WebAssembly', { value: undefined }) },
    /has no WebAssembly.*open the page in another browser/,
  ],
};

for (const [what, [options, words]] of Object.entries(failures)) {
  test(`a core that ${what} is said in words, with a way to reload and to take the work away`, async () => {
    const visit = await Visit.to({ ...options, stored: mine, withoutFigure: true });
    const { page } = visit;
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect((await alert.textContent())?.replace(/\s+/g, ' ')).toMatch(words);
    await page.getByRole('heading', { name: 'The lesson in words' }).waitFor();
    const download = page.waitForEvent('download');
    await visit.press('Download your work');
    expect((await download).suggestedFilename()).toBe('mine.json');
    await page.unrouteAll();
    if (what.includes('without')) return page.context().close();
    await visit.press('Reload the page');
    await page.getByRole('heading', { name: 'mine' }).waitFor();
    await page.context().close();
  });
}

test('without earlier work there is nothing to download', async () => {
  const visit = await Visit.to({ prepare: abort(core), withoutFigure: true });
  await visit.page.getByRole('alert').waitFor();
  await visit.button('Reload the page').waitFor();
  expect(await visit.button('Download your work').count()).toBe(0);
  await visit.page.context().close();
});

test('a page whose later part does not load says so, and its figure works on', async () => {
  const visit = await Visit.to({ prepare: abort(/\/rest-/), stored: mine, withoutFigure: true });
  const { page } = visit;
  await page.getByRole('alert').getByText('A part of the page could not be loaded').waitFor();
  await visit.press('Step forward');
  expect(await visit.position()).toBe('event 2 of 4');
  await page.unrouteAll();
  await visit.press('Reload the page');
  await visit.button('Help').waitFor();
  expect(await visit.position()).toBe('event 2 of 4');
  await page.context().close();
});

test('a part that is fetched when it is asked for and does not come is said in words', async () => {
  const visit = await Visit.to({ prepare: abort(/find_step-/) });
  await visit.press('Find a step');
  await visit.page.getByText('A part of the page could not be loaded.').waitFor();
  await visit.button('Reload the page').waitFor();
  await visit.page.context().close();
});

const mishaps: Record<string, () => void> = {
  'an exception': () => void setTimeout(() => JSON.parse('{')),
  'a promise that nobody looked after': () => void Promise.reject(new Error('JSON')),
};

for (const [what, act] of Object.entries(mishaps)) {
  test(`after ${what} the page says that something went wrong and keeps the work`, async () => {
    const visit = await Visit.to();
    await visit.field('Name of step 1').fill('fetch');
    await visit.page.evaluate(act);
    await visit.page
      .getByText(/^Something in the page went wrong: .*Your pipeline is intact\.$/)
      .waitFor();
    const download = visit.page.waitForEvent('download');
    await visit.press('Download your work');
    expect((await download).suggestedFilename()).toBe('demo-ETL.json');
    await visit.press('Reload the page');
    await visit.button('Help').waitFor();
    expect(await visit.field('Name of step 1').inputValue()).toBe('fetch');
    await visit.page.context().close();
  });
}

test('axe finds nothing to complain about when the core is missing', async () => {
  const options = { prepare: abort(core), stored: mine, withoutFigure: true };
  const visit = await Visit.to(options);
  await visit.page.getByRole('alert').waitFor();
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.page.context().close();
});
