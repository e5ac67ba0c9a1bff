import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const dependsOn = (step: string) => new RegExp(`^Depends on, '${step}'`);

test('a step is added, named and made to depend on others, by keyboard alone', async () => {
  const visit = await Visit.to();
  const { keyboard } = visit.page;
  await visit.button('Add step').focus();
  await keyboard.press('Enter');
  await keyboard.type('archive');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const choice = visit.page.getByRole('group', { name: "'archive' depends on" });
  await choice.getByRole('checkbox', { name: 'extract' }).focus();
  await keyboard.press('Space');
  await choice.getByRole('checkbox', { name: 'load' }).focus();
  await keyboard.press('Space');
  expect(await visit.button("Depends on, 'archive': extract, load").count()).toBe(1);
  expect((await visit.inDegrees()).at(-1)).toEqual(['archive', '2', '2', 'waiting']);
  await visit.press('Last event');
  expect(await visit.order()).toEqual([
    'extract',
    'validate',
    'transform',
    'load',
    'notify',
    'archive',
  ]);
  await visit.end();
});

test('renaming a step renames it in its dependents, and is undone as one', async () => {
  const visit = await Visit.to();
  await visit.field('Name of step 1').fill('');
  await visit.field('Name of step 1').pressSequentially('fetch');
  expect(await visit.button("Depends on, 'validate': fetch").count()).toBe(1);
  await visit.press("Undo: rename 'extract'");
  expect(await visit.field('Name of step 1').inputValue()).toBe('extract');
  expect(await visit.button("Depends on, 'validate': extract").count()).toBe(1);
  await visit.press("Redo: rename 'extract'");
  expect(await visit.field('Name of step 1').inputValue()).toBe('fetch');
  await visit.end();
});

test('removing a step says what went with it and offers to undo it', async () => {
  const visit = await Visit.to();
  await visit.press("Remove 'load'");
  const message = visit.page.getByText("Removed 'load' and 1 dependency on it.");
  await message.waitFor();
  expect(await visit.button("Depends on, 'notify': nothing").count()).toBe(1);
  const focused = await visit.button("Remove 'notify'").evaluate((button) => {
    const root = button.getRootNode() as ShadowRoot;
    return root.activeElement === button;
  });
  expect(focused).toBe(true);
  await visit.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  expect(await visit.button("Depends on, 'notify': load").count()).toBe(1);
  expect(await message.count()).toBe(0);
  await visit.end();
});

test('undo and redo have keys, in fields too', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('mine');
  await visit.page.keyboard.press('Control+z');
  expect(await visit.field('Pipeline name').inputValue()).toBe('demo ETL');
  await visit.page.keyboard.press('Control+Shift+z');
  expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
  await visit.end();
});

test('a wrong value is kept as typed, reported at its field and in the list, as one types', async () => {
  const visit = await Visit.to();
  const field = visit.field("Max attempts, 'load'");
  await field.fill('0');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await visit.page
    .getByRole('textbox', { name: "Max attempts, 'load'", description: /max_retries must be/ })
    .waitFor();
  expect(await visit.problems()).toEqual([
    "error: Step 'load': max_retries must be a whole number from 1 to 1000, not 0.",
  ]);
  await field.fill('abc');
  expect(await field.inputValue()).toBe('abc');
  expect(await visit.problems()).toEqual([expect.stringMatching(/must be a number/)]);
  await field.fill('3');
  await visit.button("Undo: change max_retries of 'load'").waitFor();
  expect(await field.getAttribute('aria-invalid')).toBeNull();
  expect(await visit.problems()).toEqual([]);
  await visit.end();
});

test('each entry of the list leads to its field, even into a folded action', async () => {
  const visit = await Visit.to();
  await visit.press(/^Action, 'extract'/);
  await visit.field("Failing attempts first, 'extract'").fill('-1');
  await visit.press(/^Action, 'extract'/);
  expect(await visit.button(/^Action, 'extract'/).getAttribute('aria-invalid')).toBe('true');
  await visit.page
    .getByRole('region', { name: 'Problems (1)' })
    .getByRole('button', { name: /fails must be/ })
    .click();
  await visit.page.keyboard.press('Control+a');
  await visit.page.keyboard.type('always');
  expect(await visit.field("Failing attempts first, 'extract'").inputValue()).toBe('always');
  expect(await visit.problems()).toEqual([]);
  await visit.end();
});

test('a duplicate name stops the trace with an explanation until it is mended', async () => {
  const visit = await Visit.to();
  await visit.field('Name of step 2').fill('extract');
  await visit.page.getByText('This pipeline cannot be traced yet.').waitFor();
  expect(await visit.position()).toBe('no events');
  expect(await visit.button('Step forward').isDisabled()).toBe(true);
  expect(await visit.button('Break it').isDisabled()).toBe(true);
  await visit.press('Go to the first problem');
  await visit.page.keyboard.type('x');
  await visit.picture.waitFor();
  await visit.end();
});

test('a dependency on a step that does not exist can be unticked', async () => {
  const visit = await Visit.to();
  await visit.sample('Unknown dependency');
  expect(await visit.problems()).toEqual(["error: Step 'bake' depends on unknown step 'preheat'"]);
  // Until then what is below still moves.
  await visit.page.getByText('This pipeline cannot be traced yet.').waitFor();
  await visit.press(dependsOn('bake'));
  await visit.page.getByRole('checkbox', { name: /^preheat.*no such step/ }).click();
  expect(await visit.problems()).toEqual([]);
  expect(await visit.button("Depends on, 'bake': mix").count()).toBe(1);
  await visit.end();
});

test('an empty pipeline invites to add a step', async () => {
  const visit = await Visit.to();
  await visit.sample('Empty pipeline');
  expect(await visit.button('Break it').count()).toBe(0);
  await visit.press('Add the first step');
  await visit.page.keyboard.type('only');
  await visit.press('Last event');
  expect(await visit.order()).toEqual(['only']);
  await visit.end();
});

test('opening a sample is undone like any edit', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('mine');
  await visit.sample('Diamond');
  expect(await visit.field('Pipeline name').inputValue()).toBe('diamond');
  await visit.press("Undo: open 'diamond'");
  expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
  await visit.end();
});
