import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

test('the work survives a reload: pipeline, event, speed and theme', async () => {
  const visit = await Visit.to();
  const { page } = visit;
  await visit.field('Name of step 1').fill('fetch');
  await visit.field("Max attempts, 'load'").fill('nonsense');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: '● Dark' });
  await visit.press('Step forward', 5);
  await page.reload();
  expect(await visit.field('Name of step 1').inputValue()).toBe('fetch');
  expect(await visit.field("Max attempts, 'load'").inputValue()).toBe('nonsense');
  expect(await visit.position()).toBe('event 6 of 16');
  expect(await page.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('4');
  expect(await page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('dark');
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(ground).toBe('dark');
  await visit.end();
});

test('after a reload "Mend it" still takes away exactly what "Break it" has added', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.press('Break it');
  await visit.page.waitForTimeout(400);
  await visit.reload();
  await visit.press('Mend it');
  await visit.button("Depends on, 'fetch': nothing").waitFor();
  expect(await visit.button("Depends on, 'report': clean, count").count()).toBe(1);
  await visit.end();
});

test('the work survives a reload that finds the storage empty', async () => {
  // As Chromium now and then does with a page from a file.
  const visit = await Visit.to({
    before: () => addEventListener('pagehide', () => localStorage.clear()),
  });
  await visit.field('Name of step 1').fill('fetch');
  await visit.press('Last event');
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('"cursor":15');
  await visit.reload();
  await expect.poll(() => visit.position()).toBe('event 16 of 16');
  expect(await visit.field('Name of step 1').inputValue()).toBe('fetch');
  await visit.end();
});

test('saved work that cannot be read costs a sentence and opens the demo', async () => {
  const visit = await Visit.to({ stored: '{"version":1,"definition":{"steps":{}}}' });
  await visit.page.getByText('Your saved pipeline could not be read').waitFor();
  expect(await visit.field('Name of step 1').inputValue()).toBe('extract');
  // The demo is nobody's work, and takes the place of none.
  await visit.page.reload();
  await visit.page.getByText('Your saved pipeline could not be read').waitFor();
  await visit.press('Close this message');
  expect(await visit.page.getByText('could not be read').count()).toBe(0);
  await visit.end();
});

test('full storage is said once and the work goes on', async () => {
  const visit = await Visit.to({
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  });
  await visit.press('Step forward');
  await visit.page.getByText("the browser's storage is full or blocked").waitFor();
  await visit.press('Close this message');
  await visit.press('Step forward');
  await visit.page.waitForTimeout(400);
  expect(await visit.page.getByText('full or blocked').count()).toBe(0);
  expect(await visit.position()).toBe('event 3 of 16');
  await visit.end();
});

test('forbidden storage is said and the page works', async () => {
  const visit = await Visit.to({
    before: () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    },
  });
  await visit.page.getByText('does not let the page keep your work').waitFor();
  await visit.press('Last event');
  expect(await visit.order()).toHaveLength(5);
  await visit.end();
});

test('two tabs at once never write over each other: each has its own work after a reload', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('one');
  await visit.page.waitForTimeout(400);
  const other = await visit.secondTab();
  expect(await other.field('Pipeline name').inputValue()).toBe('one');
  await other.field('Pipeline name').fill('two');
  await other.page.waitForTimeout(400);
  await visit.field("Max attempts, 'load'").fill('7');
  await visit.page.waitForTimeout(400);
  for (const [tab, name, attempts] of [
    [visit, 'one', '7'],
    [other, 'two', ''],
  ] as const) {
    await tab.page.reload();
    expect(await tab.field('Pipeline name').inputValue()).toBe(name);
    expect(await tab.field("Max attempts, 'load'").inputValue()).toBe(attempts);
  }
  await visit.end();
});

test('a tab that another one has opened, with its storage, has a work of its own', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('one');
  await visit.page.waitForTimeout(400);
  const [twin] = await Promise.all([
    visit.page.context().waitForEvent('page'),
    visit.page.evaluate((url) => void window.open(url), visit.url),
  ]);
  const name = twin.getByRole('textbox', { name: 'Pipeline name' });
  await expect.poll(() => name.inputValue()).toBe('one');
  await name.fill('two');
  await twin.waitForTimeout(400);
  await visit.page.reload();
  expect(await visit.field('Pipeline name').inputValue()).toBe('one');
  await twin.reload();
  expect(await name.inputValue()).toBe('two');
  await visit.end();
});

test('what a tab closed long ago has left becomes a copy', async () => {
  const visit = await Visit.to({
    before: () => {
      if (sessionStorage.getItem('left')) return;
      sessionStorage.setItem('left', 'yes');
      for (let at = 0; at < 10; at += 1) {
        const definition = { name: `left ${at}`, steps: [{ name: 'a' }] };
        const text = JSON.stringify({ version: 1, at, definition });
        localStorage.setItem(`run-orchestrator work old-${at}`, text);
      }
    },
  });
  const slots = () =>
    visit.page.evaluate(
      () =>
        Object.keys(localStorage).filter((key) => key.startsWith('run-orchestrator work')).length,
    );
  await expect.poll(slots).toBe(8);
  await visit.press('Pipelines');
  const list = visit.page.getByRole('list', { name: 'Your copies' });
  await list.getByText('left 0 (left over)').waitFor();
  expect(await list.getByRole('button', { name: /^Open/ }).count()).toBe(2);
  await visit.end();
});

test('where the work cannot be kept or read, a download is offered', async () => {
  const torn = '{"version":1,"definition":';
  const visit = await Visit.to({ stored: torn });
  const download = async () => {
    const [file] = await Promise.all([
      visit.page.waitForEvent('download'),
      visit.press('Download a copy'),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  expect(await download()).toBe(torn);
  await visit.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit.field('Pipeline name').fill('dear');
  await visit.page.getByText('full or blocked').waitFor();
  expect(JSON.parse(await download()).name).toBe('dear');
  await visit.end();
});
