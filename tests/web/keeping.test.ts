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
  await visit.page.reload();
  await visit.press('Mend it');
  expect(await visit.button("Depends on, 'fetch': nothing").count()).toBe(1);
  expect(await visit.button("Depends on, 'report': clean, count").count()).toBe(1);
  await visit.end();
});

test('saved work that cannot be read costs a sentence and opens the demo', async () => {
  const visit = await Visit.to({ stored: '{"version":1,"definition":{"steps":{}}}' });
  await visit.page.getByText('Your saved pipeline could not be read').waitFor();
  expect(await visit.field('Name of step 1').inputValue()).toBe('extract');
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
