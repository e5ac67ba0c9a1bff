import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

/** As a browser tells it when somebody presses Control and V. */
const paste = (field: Locator, text: string) =>
  field.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const event = { clipboardData, bubbles: true, composed: true, cancelable: true };
    return !element.dispatchEvent(new ClipboardEvent('paste', event));
  }, text);

test('rows pasted into the table add and change steps as one edit', async () => {
  const visit = await Visit.to();
  await paste(visit.field('Name of step 1'), 'load\ttransform; check\ncheck\textract\n');
  await visit.page.getByText('Pasted: 1 new step, 1 brought up to date.').waitFor();
  expect(await visit.button("Depends on, 'load': transform, check").count()).toBe(1);
  expect(await visit.button("Depends on, 'check': extract").count()).toBe(1);
  await visit.press('Undo: paste 2 rows');
  expect(await visit.button("Depends on, 'load': transform").count()).toBe(1);
  await visit.end();
});

test('a word pasted into a field, and lines pasted into an output, stay what they are', async () => {
  const visit = await Visit.to();
  expect(await paste(visit.field('Name of step 1'), 'a word, or two')).toBe(false);
  await visit.press(/^Action, 'load'/);
  expect(await paste(visit.field("Output, 'load'"), 'two\nlines')).toBe(false);
  await visit.end();
});

test('the dialog shows what will come of the rows, by keyboard alone', async () => {
  const visit = await Visit.to();
  const { keyboard } = visit.page;
  await visit.button('Paste rows…').focus();
  await keyboard.press('Enter');
  const dialog = visit.page.getByRole('dialog', { name: 'Paste rows' });
  await dialog.getByRole('textbox', { name: 'Rows from a spreadsheet' }).focus();
  await keyboard.insertText('depends on,owner,name\n,ada,fetch\nfetch,bob,<b>extract</b>\n,,\n');
  await dialog.getByText('2 new steps, 0 brought up to date.').waitFor();
  await dialog.getByText("The column 'owner' is none that a step has.").waitFor();
  await dialog.getByRole('cell', { name: '<b>extract</b>' }).waitFor();
  await dialog.getByRole('button', { name: 'Paste 2 rows' }).focus();
  await keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await visit.button("Depends on, '<b>extract</b>': fetch").count()).toBe(1);
  const isBack = await visit.button('Paste rows…').evaluate((button) => {
    return (button.getRootNode() as ShadowRoot).activeElement === button;
  });
  expect(isBack).toBe(true);
  await visit.press('Undo: paste 2 rows');
  expect(await visit.button(/^Remove '/).count()).toBe(5);
  await visit.end();
});

test('pasting what is there already changes nothing and says so', async () => {
  const visit = await Visit.to();
  await paste(visit.field('Name of step 1'), 'load\ttransform\nextract\t');
  await visit.page.getByText('Pasting these rows changes nothing.').waitFor();
  expect(await visit.button('Undo').count()).toBe(1);
  await visit.end();
});
