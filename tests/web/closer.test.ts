import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadStudies, orchestrator, studyOf } from '../wasm/module';
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

test('out of sight the log follows as soon as things have come to rest', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 700 } });
  await visit.page.getByText('16 events', { exact: true }).waitFor({ state: 'attached' });
  await visit.press('Step forward', 3);
  const current = visit.page.locator('[aria-current=step]').and(lines(visit));
  await expect.poll(() => current.getAttribute('data-place')).toBe('3');
  expect(await current.evaluate((line) => line.getBoundingClientRect().top)).toBeGreaterThan(700);
  await visit.end();
});

const section = (visit: Visit, name: string) =>
  visit.page.getByRole('region', { name, exact: true });

test('playing stops where a chosen step becomes ready, and the stop is kept over a reload', async () => {
  const visit = await Visit.to();
  const stops = section(visit, 'Stop playing');
  await stops.getByRole('combobox', { name: 'When ready' }).fill('lod');
  await stops.getByRole('button', { name: 'Stop there' }).click();
  await stops.getByText("No step is called 'lod'.").waitFor();
  await stops.getByRole('combobox', { name: 'When ready' }).fill('load');
  await stops.getByRole('button', { name: 'Stop there' }).click();
  await stops.getByRole('listitem').filter({ hasText: "'load' ready at event 11" }).waitFor();
  await visit.page.getByRole('combobox', { name: 'Speed' }).selectOption('8×');
  await visit.press('Play');
  await expect.poll(() => visit.position(), { timeout: 8000 }).toBe('event 11 of 16');
  await visit.button('Play').waitFor();
  await visit.page
    .getByText(/^Stopped: 'load' becomes ready\. 'load' has in-degree 0 now/)
    .waitFor();
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('"stops":["load"]');
  await visit.reload();
  await stops.getByRole('listitem').filter({ hasText: "'load' ready at event 11" }).waitFor();
  await visit.press('First event');
  await visit.press('Play');
  await expect.poll(() => visit.position(), { timeout: 8000 }).toBe('event 11 of 16');
  await visit.button('Play').waitFor();
  await visit.press("No longer stop at 'load'");
  await visit.press('First event');
  await visit.press('Play');
  await expect.poll(() => visit.position(), { timeout: 8000 }).toBe('event 16 of 16');
  await visit.end();
});

test('playing stops at each round', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.page.getByRole('checkbox', { name: 'At each round' }).check();
  await visit.page.getByRole('combobox', { name: 'Speed' }).selectOption('8×');
  for (const queue of [['fetch'], ['clean', 'count'], ['report']]) {
    await visit.press('Play');
    await expect.poll(async () => (await visit.queue()).sort()).toEqual(queue);
    await visit.button('Pause').waitFor({ state: 'detached' });
    expect((await visit.queue()).sort()).toEqual(queue);
  }
  await visit.end();
});

test('the transport can step by dequeue and by round', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  const pace = section(visit, 'Stepping').getByRole('combobox', { name: 'One step goes' });
  await pace.selectOption('to the next round');
  await visit.press('Step by round', 2);
  expect((await visit.queue()).sort()).toEqual(['clean', 'count']);
  await visit.press('Step back');
  expect(await visit.queue()).toEqual(['fetch']);
  await pace.selectOption('to the next dequeue');
  await visit.press('Step by dequeue', 3);
  expect(await visit.order()).toHaveLength(3);
  await pace.selectOption('to the next event');
  await visit.button('Step forward').waitFor();
  await visit.end();
});

test('a bookmark has a note of its own, leads back to its event, and is kept and undone with the work', async () => {
  const visit = await Visit.to();
  const marks = section(visit, 'Bookmarks');
  await visit.press('Step forward', 4);
  await visit.press('Bookmark event 5');
  const note = marks.getByRole('textbox', { name: 'Note on event 5' });
  await expect.poll(() => note.evaluate((field) => field.matches(':focus'))).toBe(true);
  await note.pressSequentially('<b>here</b> & now');
  await visit.press('First event');
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('& now');
  await visit.reload();
  expect(await note.inputValue()).toBe('<b>here</b> & now');
  await visit.press('Go to bookmarked event 5');
  expect(await visit.position()).toBe('event 5 of 16');
  await visit.press('Remove the bookmark of event 5');
  expect(await marks.getByRole('listitem').count()).toBe(0);
  await visit.press(/^Undo/);
  expect(await note.inputValue()).toBe('<b>here</b> & now');
  await visit.sample('Diamond');
  await expect.poll(() => marks.getByRole('listitem').count()).toBe(0);
  await visit.press(/^Undo/);
  expect(await note.inputValue()).toBe('<b>here</b> & now');
  await visit.end();
});

test('one undo takes back a burst of typing in a note, and leaves the bookmark', async () => {
  const visit = await Visit.to();
  const note = section(visit, 'Bookmarks').getByRole('textbox', { name: 'Note on event 1' });
  await visit.press('Bookmark event 1');
  await note.pressSequentially('some words');
  await visit.page.keyboard.press('Control+z');
  await expect.poll(() => note.inputValue()).toBe('');
  await visit.end();
});

async function saved(visit: Visit, group: string, button: string): Promise<string> {
  const coming = visit.page.waitForEvent('download');
  await visit.page
    .getByRole('group', { name: group })
    .getByRole('button', { name: button })
    .click();
  return readFile(await (await coming).path(), 'utf8');
}

test('a whole trace is saved as text and as JSON, as the core writes it', async () => {
  const steps = Array.from({ length: 1200 }, (_, at) => ({
    name: `s${at}`,
    depends_on: [1, 2, 3].filter((by) => by <= at).map((by) => `s${at - by}`),
  }));
  const definition = { name: 'many', steps };
  const visit = await Visit.to({
    stored: JSON.stringify({ version: 1, definition, cursor: 0, speed: 1, theme: 'system' }),
  });
  const graph = studyOf(orchestrator, definition);
  if (!('names' in graph)) throw new Error('The pipeline has mistakes.');
  const study = (await loadStudies()).open(graph);
  const traced = orchestrator.trace(definition);
  const length = traced.ok ? traced.trace.length : 0;
  // More than are written at a time.
  expect(length).toBeGreaterThan(5000);
  const text = await saved(visit, 'Save the trace', 'As text');
  expect(text).toBe(study.lines('kahn', 'text', 0, length));
  const json = await saved(visit, 'Save the trace', 'As JSON');
  expect(json).toBe(study.lines('kahn', 'json', 0, length));
  expect(
    json
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toHaveLength(length);
  await visit.tab('Depth-first');
  const search = await saved(visit, 'Save the search', 'As JSON');
  expect(search).toBe(study.lines('dfs', 'json', 0, study.depth.length));
  study.dispose();
  await visit.end();
});

test('the speed is chosen from a quarter to eight times, and kept over a reload', async () => {
  const visit = await Visit.to();
  const speed = visit.page.getByRole('combobox', { name: 'Speed' });
  const offered = ['0.25×', '0.5×', '1×', '2×', '4×', '8×'];
  expect(await speed.getByRole('option').allTextContents()).toEqual(offered);
  await speed.selectOption('0.25×');
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('"speed":0.25');
  await visit.reload();
  await expect.poll(() => speed.inputValue()).toBe('0.25');
  await visit.end();
});
