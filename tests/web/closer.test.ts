import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const lines = (visit: Visit) =>
  visit.page.getByRole('group', { name: 'Events' }).getByRole('button');

test('the log has a line for every event, and each leads there', async () => {
  const visit = await Visit.to();
  await visit.page.getByRole('tab', { name: 'Log' }).waitFor();
  await visit.page.getByText('16 events', { exact: true }).waitFor();
  expect(await lines(visit).count()).toBe(16);
  await lines(visit).filter({ hasText: "'load' has in-degree 0 now" }).click();
  expect(await visit.position()).toBe('event 11 of 16');
  expect(await lines(visit).nth(10).getAttribute('aria-current')).toBe('step');
  await visit.press('Step forward');
  await lines(visit).nth(11).and(visit.page.locator('[aria-current=step]')).waitFor();
  await visit.end();
});

test('the log can be narrowed to a kind of event and to a step', async () => {
  const visit = await Visit.to();
  const told = visit.page.getByRole('group', { name: 'Which events' }).getByRole('status');
  await visit.page.getByRole('combobox', { name: 'Kind' }).selectOption('taken out');
  await expect.poll(() => told.textContent()).toBe('5 of 16 events');
  await visit.page.getByRole('combobox', { name: 'Step', exact: true }).fill('load');
  await expect.poll(() => told.textContent()).toBe('1 of 16 events');
  await visit.page.getByRole('combobox', { name: 'Kind' }).selectOption('every kind');
  await expect.poll(() => told.textContent()).toBe('4 of 16 events');
  await visit.page.getByRole('combobox', { name: 'Step', exact: true }).fill('lod');
  await visit.page.getByText("No step is called 'lod'.").waitFor();
  expect(await lines(visit).count()).toBe(0);
  await visit.end();
});

test('the arrow keys walk along the lines of the log', async () => {
  const visit = await Visit.to();
  await lines(visit).nth(0).focus();
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('ArrowUp');
  await visit.page.keyboard.press('Enter');
  expect(await visit.position()).toBe('event 2 of 16');
  await visit.end();
});
