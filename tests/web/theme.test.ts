import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const groundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(252, 251, 248)';
const dark = 'rgb(21, 23, 27)';

test('a chosen theme is there before any script of the page has come', async () => {
  const visit = await Visit.to({ colorScheme: 'light' });
  const { page } = visit;
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/index-[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.getByText('core is loading').waitFor();
  expect(await groundOf(page)).toBe(dark);
  release();
  await visit.button('Help').waitFor();
  expect(await groundOf(page)).toBe(dark);
  await visit.end();
});

test('without a choice the page follows the system at once, with one it does not', async () => {
  const visit = await Visit.to({ colorScheme: 'light' });
  const { page } = visit;
  expect(await groundOf(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await groundOf(page)).toBe(dark);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
  expect(await groundOf(page)).toBe(light);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('system');
  expect(await groundOf(page)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await groundOf(page)).toBe(light);
  await visit.end();
});

test('who asks for more contrast gets lines and small words in full ink', async () => {
  const visit = await Visit.to({ contrast: 'more', colorScheme: 'dark' });
  const colour = await visit.page
    .getByRole('heading', { name: 'Ready queue' })
    .evaluate((element) => getComputedStyle(element).color);
  expect(colour).toBe('rgb(236, 235, 230)');
  await visit.end();
});
