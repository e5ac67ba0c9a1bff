import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

test('the page opens on the demo pipeline, ready to trace', async () => {
  const visit = await Visit.to();
  expect(await visit.position()).toBe('event 1 of 16');
  expect((await visit.inDegrees()).map(([name]) => name)).toEqual([
    'extract',
    'validate',
    'transform',
    'load',
    'notify',
  ]);
  await visit.end();
});

test('the first screen says what to do and shows graph, sentence and transport without scrolling', async () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    const visit = await Visit.to({ viewport });
    const { page } = visit;
    const first = [
      page.getByText('Which step may go first?'),
      page.getByText("Each step's in-degree is counted").first(),
      visit.button('Step forward'),
      visit.button('Break it'),
    ];
    for (const locator of first) {
      const box = await locator.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);
    }
    const graph = await visit.picture.boundingBox();
    expect(graph && graph.y < viewport.height / 2).toBe(true);
    await visit.end();
  }
});

test('the lesson can be read without scripts', async () => {
  const visit = await Visit.to({ javaScriptEnabled: false, withoutFigure: true });
  const { page } = visit;
  await page.getByRole('heading', { name: 'Why a cycle stops it' }).waitFor();
  const paragraphs = (await page.getByRole('paragraph').allTextContents()).join(' ');
  expect(paragraphs).toMatch(/needs JavaScript and WebAssembly/);
  expect(paragraphs).not.toMatch(/is loading/);
  await visit.page.context().close();
});

test('no request leaves the origin', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward');
  await visit.press('Run');
  await visit.page
    .getByText(/^The run begins/)
    .first()
    .waitFor();
  expect(visit.requests.length).toBeGreaterThan(2);
  for (const request of visit.requests) expect(request.startsWith(visit.url)).toBe(true);
  await visit.end();
});

test('the policy lets no inline script, no foreign style and no markup from text through', async () => {
  const visit = await Visit.to();
  const tried = await visit.page.evaluate(() => {
    const script = document.createElement('script');
    let refused = false;
    try {
      script.text = 'window.broken = true';
    } catch {
      refused = true;
    }
    try {
      document.body.innerHTML = '<b>markup</b>';
      refused = false;
    } catch {
      // As it should be.
    }
    return { refused, broken: 'broken' in window };
  });
  expect(tried).toEqual({ refused: true, broken: false });
  await visit.page.context().close();
});

test('a page without WebAssembly says so and keeps the lesson', async () => {
  const visit = await Visit.to({
    withoutFigure: true,
    before: () => Object.defineProperty(window, 'WebAssembly', { value: undefined }),
  });
  const { page } = visit;
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toMatch(/core .* could not be loaded/);
  await page.getByRole('heading', { name: 'The lesson in words' }).waitFor();
  await visit.button('Reload the page').waitFor();
  await visit.page.context().close();
});

test('the built HTML is valid', async () => {
  const html = readFileSync(new URL('../../dist/page/index.html', import.meta.url), 'utf8');
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(
    html,
  );
  const messages = report.results.flatMap((result) => result.messages);
  expect(messages.map(({ message, line }) => `${line}: ${message}`)).toEqual([]);
});
