import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

test('stepping forward takes the steps out one by one, stepping back puts them back', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward', 2);
  expect(await visit.position()).toBe('event 3 of 16');
  expect(await visit.order()).toEqual(['extract']);
  expect(await visit.queue()).toEqual([]);
  await visit.press('Step forward', 2);
  expect(await visit.queue()).toEqual(['validate']);
  expect(await visit.inDegrees()).toEqual([
    ['extract', '0', '0', 'taken out'],
    ['validate', '1', '0', 'ready, 1st'],
    ['transform', '1', '1', 'waiting'],
    ['load', '1', '1', 'waiting'],
    ['notify', '1', '1', 'waiting'],
  ]);
  await visit.press('Step back', 3);
  expect(await visit.order()).toEqual([]);
  expect(await visit.queue()).toEqual(['extract']);
  await visit.end();
});

test('the last event shows the order, the first one the start', async () => {
  const visit = await Visit.to();
  await visit.press('Last event');
  expect(await visit.position()).toBe('event 16 of 16');
  expect(await visit.order()).toEqual(['extract', 'validate', 'transform', 'load', 'notify']);
  await visit.page.getByText('Sorted: all 5 steps are in the order').first().waitFor();
  expect(await visit.button('Step forward').isDisabled()).toBe(true);
  await visit.press('First event');
  expect(await visit.position()).toBe('event 1 of 16');
  expect(await visit.button('Step back').isDisabled()).toBe(true);
  await visit.end();
});

test('the scrubber goes to any event', async () => {
  const visit = await Visit.to();
  await visit.slider.fill('8');
  expect(await visit.position()).toBe('event 9 of 16');
  await visit.slider.press('ArrowLeft');
  expect(await visit.position()).toBe('event 8 of 16');
  await visit.end();
});

test('the line of the pseudo-code belongs to the event', async () => {
  const visit = await Visit.to();
  const lines = visit.page
    .getByRole('list', { name: "Kahn's algorithm, line by line" })
    .getByRole('listitem');
  const current = async () => {
    for (const line of await lines.all()) {
      if ((await line.getAttribute('aria-current')) === 'step') return line.textContent();
    }
    return 'none';
  };
  expect(await current()).toMatch(/count the in-degree/);
  await visit.press('Step forward', 2);
  expect(await current()).toMatch(/take the first step/);
  await visit.press('Step forward');
  expect(await current()).toMatch(/lower the dependent's in-degree/);
  await visit.end();
});

test('stepping never moves a step of the picture', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  const places = () =>
    visit.picture
      .getByRole('button')
      .evaluateAll((steps) =>
        steps.map((step) => `${step.getAttribute('x')} ${step.getAttribute('y')}`),
      );
  const before = await places();
  expect(before).toHaveLength(15);
  await visit.press('Step forward', 20);
  expect(await places()).toEqual(before);
  await visit.press('Last event');
  expect(await places()).toEqual(before);
  await visit.end();
});

test('playing goes on until the end, and pausing holds it', async () => {
  const visit = await Visit.to();
  await visit.page.getByRole('combobox', { name: 'Speed' }).selectOption('8×');
  await visit.press('Play');
  await visit.button('Pause').waitFor();
  expect(await visit.position()).not.toBe('event 1 of 16');
  await visit.press('Pause');
  const held = await visit.position();
  await visit.page.waitForTimeout(500);
  expect(await visit.position()).toBe(held);
  await visit.press('Play');
  await visit.page.getByText('Sorted: all 5 steps').first().waitFor();
  await visit.button('Play').waitFor();
  await visit.end();
});

test('playing from the last event starts again, and keeps the keyboard on the button', async () => {
  const visit = await Visit.to();
  await visit.press('Last event');
  await visit.press('Play');
  expect(await visit.position()).toBe('event 1 of 16');
  await visit.page.keyboard.press('Enter');
  await visit.button('Play').waitFor();
  await visit.end();
});

test('the keys do what the help says', async () => {
  const visit = await Visit.to();
  const { keyboard } = visit.page;
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  expect(await visit.position()).toBe('event 3 of 16');
  await keyboard.press('ArrowLeft');
  expect(await visit.position()).toBe('event 2 of 16');
  await keyboard.press('End');
  expect(await visit.position()).toBe('event 16 of 16');
  await keyboard.press('Home');
  expect(await visit.position()).toBe('event 1 of 16');
  await keyboard.press('Space');
  await visit.button('Pause').waitFor();
  await keyboard.press('Space');
  await visit.button('Play').waitFor();
  await keyboard.press('?');
  const help = visit.page.getByRole('dialog', { name: 'Help' });
  await help.waitFor();
  await help.getByText('its last attempt failed or took too long, or the run stopped it').waitFor();
  await keyboard.press('End');
  await keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  expect(await visit.position()).toBe('event 2 of 16');
  await visit.end();
});

test('keys are left to the field that is typed in and to the widget that needs them', async () => {
  const visit = await Visit.to();
  const { keyboard } = visit.page;
  await visit.field('Pipeline name').focus();
  for (const key of ['End', 'ArrowLeft', 'Space', '?', 'Home']) await keyboard.press(key);
  expect(await visit.field('Pipeline name').inputValue()).toBe('demo ET ?L');
  expect(await visit.position()).toBe('event 1 of 16');
  await visit.page.getByRole('combobox', { name: 'Speed' }).focus();
  await keyboard.press('ArrowRight');
  expect(await visit.position()).toBe('event 1 of 16');
  await visit.button('Run').focus();
  await keyboard.press('Space');
  await visit.page
    .getByText(/^The run begins/)
    .first()
    .waitFor();
  expect(await visit.button('Play').count()).toBe(1);
  await visit.end();
});

test('moving to an event is spoken once', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward');
  const sentence = visit.page.getByText("'extract' waits for nothing");
  const spoken = visit.page.getByRole('status').filter({ hasText: /extract/ });
  await spoken.waitFor({ state: 'attached' });
  expect(await spoken.count()).toBe(1);
  expect(await sentence.count()).toBeLessThanOrEqual(2);
  await visit.end();
});
