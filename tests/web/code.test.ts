import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const code = (visit: Visit) =>
  visit.page.getByRole('list', { name: "Kahn's algorithm, line by line" });
const now = async (visit: Visit) =>
  (await code(visit).locator('[aria-current=step]').allInnerTexts()).map((line) =>
    line.replaceAll(/\s+/g, ' ').trim(),
  );
const language = (visit: Visit, name: string) =>
  visit.page
    .getByRole('tablist', { name: "Kahn's algorithm as" })
    .getByRole('tab', { name, exact: true });

test('the words are there at once, and nothing more is loaded for them', async () => {
  const visit = await Visit.to();
  await language(visit, 'Python').waitFor();
  await visit.press('Step forward', 3);
  await expect.poll(() => now(visit)).toEqual(["lower the dependent's in-degree by 1"]);
  expect(visit.requests.filter((url) => /study.*wasm/.test(url))).toEqual([]);
  await visit.end();
});

test('Python and C++ mark the lines of the event, with their values', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.press('Step forward', 3);
  await language(visit, 'Python').click();
  await code(visit).getByText('from collections import deque').waitFor();
  expect((await now(visit)).join()).toContain('in_degree[dependent] -= 1');
  await code(visit).getByText("dependent = 'clean'").waitFor();
  await code(visit).getByText('in_degree[dependent] = 0').waitFor();
  await visit.press('Step forward');
  await code(visit).getByText("ready = ['clean']").waitFor();
  expect(await now(visit)).toHaveLength(2);
  await language(visit, 'C++').click();
  await code(visit).getByText('ready.push(dependent);').waitFor();
  expect((await now(visit)).join()).toContain(
    'if (in_degree[dependent] == 0) ready.push(dependent);',
  );
  await visit.press('Step back');
  await expect.poll(async () => (await now(visit)).join()).toContain('--in_degree[dependent];');
  await visit.end();
});

test('each line is explained when that is wanted, in every language', async () => {
  const visit = await Visit.to();
  const wanted = visit.page.getByRole('checkbox', { name: 'Explain the lines' });
  const explained = code(visit).getByText(/^First in, first out: /);
  expect(await explained.count()).toBe(0);
  await wanted.check();
  await explained.waitFor();
  await language(visit, 'Python').click();
  await code(visit).getByText('step = ready.popleft()').waitFor();
  expect(await explained.count()).toBe(1);
  await wanted.uncheck();
  await expect.poll(() => explained.count()).toBe(0);
  await visit.end();
});

test('the arrow keys lead from language to language', async () => {
  const visit = await Visit.to();
  await language(visit, 'Words').click();
  await visit.page.keyboard.press('ArrowRight');
  await code(visit).getByText('from collections import deque').waitFor();
  await visit.page.keyboard.press('ArrowLeft');
  await visit.page.keyboard.press('ArrowLeft');
  await code(visit).getByText('using Lists').waitFor();
  expect(await language(visit, 'C++').getAttribute('aria-selected')).toBe('true');
  expect(await visit.position()).toBe('event 1 of 16');
  await visit.end();
});

test('names in the values are text', async () => {
  const steps = [{ name: '<b>&amp;</b>' }, { name: "it's", depends_on: ['<b>&amp;</b>'] }];
  const work = { version: 1, definition: { name: 'mine', steps }, cursor: 2 };
  const visit = await Visit.to({ stored: JSON.stringify({ ...work, speed: 1, theme: 'system' }) });
  await language(visit, 'Python').click();
  await code(visit).getByText("step = '<b>&amp;</b>'").waitFor();
  await visit.end();
});
