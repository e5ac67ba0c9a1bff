/** The page as one file: everything it does must work from a folder, without a server. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticSteps } from './debian.mjs';
import { useBrowser, Visit } from './visit';

useBrowser();

let folder = '';
let at = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'a stick '));
  const file = path.join(folder, 'course.html');
  cpSync(path.resolve(import.meta.dirname, '../../dist/course.html'), file);
  at = pathToFileURL(file).href;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('one can step, break, mend, edit, run and come back after a reload', async () => {
  const visit = await Visit.to({ at });
  await visit.press('Step forward', 2);
  expect(await visit.position()).toBe('event 3 of 16');
  await visit.press('Break it');
  await visit.page.getByText('On a cycle').filter({ visible: true }).first().waitFor();
  await visit.press('Mend it');
  await visit.field('Name of step 1').fill('fetch');
  await visit.press('Last event');
  expect(await visit.order()).toEqual(['fetch', 'validate', 'transform', 'load', 'notify']);
  await visit.tab('Report');
  await visit.page.getByText('Pipeline PASSED').waitFor();
  await visit.page.reload();
  await visit.slider.waitFor();
  expect(await visit.position()).toBe('event 16 of 16');
  expect(await visit.field('Name of step 1').inputValue()).toBe('fetch');
  await visit.end();
});

test('a large pipeline is opened, traced and run by the worker', async () => {
  const steps = syntheticSteps(6000);
  const file = path.join(folder, 'large.json');
  writeFileSync(file, JSON.stringify({ name: 'large', steps }));
  const visit = await Visit.to({ at });
  const worker = visit.page.waitForEvent('worker');
  await visit.page.getByLabel('Pipeline file').setInputFiles(file);
  expect((await worker).url()).toMatch(/^blob:/);
  await expect
    .poll(() => visit.slider.getAttribute('max').then(Number), { timeout: 30_000 })
    .toBeGreaterThan(6000);
  await visit.button('Cancel').waitFor({ state: 'hidden' });
  await visit.press('Last event');
  expect(await visit.position()).toMatch(/^event (.*) of \1$/);
  await visit.tab('Report');
  await visit.press('Run it');
  await visit.page
    .getByText(/Pipeline PASSED|not all steps|cycle/)
    .first()
    .waitFor();
  await visit.end();
});

test('what else can be asked of a graph is answered by the one wasm, beside a run', async () => {
  const visit = await Visit.to({ at });
  await visit.tab('Report');
  await visit.page.getByText('Pipeline PASSED').waitFor();
  await visit.sample('Diamond');
  await visit.tab('All orders');
  await visit.page
    .getByText('Exactly 2. Without dependencies 4 steps could stand in 24 sequences.')
    .waitFor();
  await visit.press('Break it');
  await visit.page
    .getByText('None. On a cycle each step would have to come before itself.')
    .waitFor();
  await visit.end();
});

test('without WebAssembly it says what can be done, above a lesson that can be read', async () => {
  const visit = await Visit.to({
    at,
    before: () => Object.defineProperty(window, 'WebAssembly', { value: undefined }),
    withoutFigure: true,
  });
  const alert = visit.page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/WebAssembly.*open the file in another browser/);
  await visit.page.getByRole('heading', { name: 'The lesson in words' }).waitFor();
  expect(await visit.page.getByText('Download your work').count()).toBe(0);
  await visit.end();
});

test('without WebAssembly work of an earlier visit can be taken away', async () => {
  const visit = await Visit.to({ at, viewport: { width: 390, height: 844 } });
  // Far down the page, where a reload would come back to.
  await visit.field('Name of step 1').fill('fetch');
  await visit.page.addInitScript(() =>
    Object.defineProperty(window, 'WebAssembly', { value: undefined }),
  );
  await visit.page.reload();
  await visit.page.getByRole('heading', { name: 'The lesson in words' }).waitFor({ timeout: 2000 });
  await expect.poll(() => visit.page.evaluate(() => scrollY)).toBe(0);
  const link = visit.page.getByRole('alert').getByRole('link', { name: 'Download your work' });
  const [download] = await Promise.all([visit.page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('pipeline.json');
  const { steps } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(steps[0].name).toBe('fetch');
  await visit.end();
});

test('it asks nobody for anything', async () => {
  const visit = await Visit.to({ at });
  await visit.press('Step forward');
  await visit.press('Find a step');
  await visit.press('Run');
  await visit.page
    .getByText(/^The run begins/)
    .first()
    .waitFor();
  expect(visit.requests.filter((request) => !/^(data|blob):/.test(request))).toEqual([at]);
  await visit.end();
});

test('its policy lets no other script, style or markup in', async () => {
  const visit = await Visit.to({ at });
  const tried = await visit.page.evaluate(async () => {
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const attempt = async (act: () => unknown) => {
      try {
        await act();
        return 'let in';
      } catch {
        return 'refused';
      }
    };
    return {
      isLoose: /unsafe-inline|strict-dynamic|script-src[^;]*:|'self'|https?:|\*/.test(policy),
      markup: await attempt(() => {
        document.body.innerHTML = '<b>markup</b>';
      }),
      fetching: await attempt(() => fetch('data:text/plain,x')),
      worker: await attempt(() => new Worker('data:text/javascript,0')),
    };
  });
  expect(tried).toEqual({
    isLoose: false,
    markup: 'refused',
    fetching: 'refused',
    worker: 'refused',
  });
  await visit.page.context().close();
});

test('its HTML is valid', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  const report = await validator.validateFile(path.join(folder, 'course.html'));
  const messages = report.results.flatMap((result) => result.messages);
  expect(messages.map(({ message, line }) => `${line}: ${message}`)).toEqual([]);
});
