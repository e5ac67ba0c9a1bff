import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const copies = (visit: Visit) =>
  visit.page.getByRole('list', { name: 'Your copies' }).getByRole('listitem');
const said = (visit: Visit) => visit.page.getByRole('dialog').getByRole('status');

async function keep(visit: Visit, name: string): Promise<void> {
  await visit.press('Pipelines');
  await visit.field('Name of the copy').fill(name);
  await visit.press('Keep a copy');
  await said(visit).getByText(`Kept '${name}'.`).waitFor();
  await visit.press('Close');
}

/** As Ctrl+V would: the browser's own clipboard is out of reach of other tests then. */
async function paste(visit: Visit, text: string, where = 'body'): Promise<void> {
  await visit.page.locator(where).evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
    target.dispatchEvent(new ClipboardEvent('paste', options));
  }, text);
}

test('a copy is kept with a proposed name, its time and its steps, and opens again where it was', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.press('Step forward', 4);
  await visit.press('Pipelines');
  expect(await visit.field('Name of the copy').inputValue()).toBe('diamond');
  await visit.press('Keep a copy');
  expect(await copies(visit).allInnerTexts()).toEqual([
    expect.stringMatching(/^diamond\s+\d{1,2} \w+ \d{4}, \d\d:\d\d, 4 steps/),
  ]);
  await visit.press('Close');
  await visit.sample('CI pipeline');
  await visit.reload();
  await visit.press('Pipelines');
  await visit.press("Open 'diamond'");
  expect(await visit.field('Pipeline name').inputValue()).toBe('diamond');
  expect(await visit.position()).toMatch(/^event 5 of /);
  await visit.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  expect(await visit.field('Pipeline name').inputValue()).toBe('CI pipeline');
  await visit.end();
});

test('a copy is renamed and deleted by keyboard, and deleting is undone', async () => {
  const visit = await Visit.to();
  await keep(visit, 'first');
  await visit.press('Pipelines');
  await visit.button("Rename 'first'").press('Enter');
  await visit.page.keyboard.type('second');
  await visit.page.keyboard.press('Enter');
  await said(visit).getByText("Renamed 'first' to 'second'.").waitFor();
  const focused = visit.page.locator(':focus').last();
  expect(await focused.getAttribute('aria-label')).toBe("Rename 'second'");
  await visit.button("Delete 'second'").press('Enter');
  await said(visit).getByText("Deleted 'second'.").waitFor();
  expect(await copies(visit).count()).toBe(0);
  await visit.page.keyboard.press('Enter');
  await said(visit).getByText("'second' is back.").waitFor();
  await expect.poll(() => copies(visit).count()).toBe(1);
  await visit.end();
});

test('a copy that another tab keeps shows up', async () => {
  const visit = await Visit.to();
  const other = await visit.secondTab();
  await visit.press('Pipelines');
  await keep(other, 'from beside');
  await copies(visit).getByText('from beside').waitFor();
  await visit.end();
});

test('where there is no room for a copy this is said and the list stays', async () => {
  const visit = await Visit.to();
  await keep(visit, 'first');
  await visit.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit.press('Pipelines');
  await visit.press('Keep a copy');
  await said(visit).getByText("the browser's storage is full or blocked").waitFor();
  await expect.poll(() => copies(visit).count()).toBe(1);
  await visit.end();
});

test('what a sample has taken the place of is among the copies, even after a reload', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('dear');
  await visit.press('Step forward', 2);
  await visit.sample('Diamond');
  await visit.sample('CI pipeline');
  await visit.page.waitForTimeout(400);
  await visit.reload();
  await visit.press('Pipelines');
  await expect.poll(() => copies(visit).count()).toBe(1);
  await visit.press("Open 'dear (left over)'");
  expect(await visit.field('Pipeline name').inputValue()).toBe('dear');
  expect(await visit.position()).toMatch(/^event 3 of /);
  await visit.end();
});

test('"New" starts an empty pipeline, which is undone like any edit', async () => {
  const visit = await Visit.to();
  await visit.press('Pipelines');
  await visit.press('New');
  await visit.button('Add the first step').waitFor();
  await visit.press('Undo: start an empty pipeline');
  expect(await visit.field('Pipeline name').inputValue()).toBe('demo ETL');
  await visit.end();
});

test('what is downloaded opens again as the same, with what the page does not know', async () => {
  const definition = { owner: 'me', name: 'a/b: c', steps: [{ name: 'x', tags: ['y'] }], z: null };
  const text = JSON.stringify({ version: 1, definition, cursor: 0 });
  const visit = await Visit.to({ stored: text });
  await visit.press('Pipelines');
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.press('Download')]);
  expect(file.suggestedFilename()).toBe('a-b-c.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual(definition);
  await visit.end();
});

const pasted = '{"name":"pasted","steps":[{"name":"p"}]}';

test('a pipeline is pasted anywhere outside of fields', async () => {
  const visit = await Visit.to();
  await paste(visit, pasted);
  await expect.poll(() => visit.field('Pipeline name').inputValue()).toBe('pasted');
  await paste(visit, 'no JSON');
  await visit.page.getByText('What you pasted could not be opened. It is not JSON').waitFor();
  await visit.press("Undo: open 'pasted'");
  await visit.field('Pipeline name').evaluate((field) => field.setAttribute('id', 'field'));
  await paste(visit, pasted, '#field');
  await visit.page.waitForTimeout(100);
  expect(await visit.field('Pipeline name').inputValue()).toBe('demo ETL');
  await visit.end();
});

test('a pipeline is pasted by a button where the browser permits it', async () => {
  const visit = await Visit.to({ permissions: ['clipboard-read', 'clipboard-write'] });
  await visit.page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
  await visit.press('Pipelines');
  await visit.press('Paste a pipeline');
  await expect.poll(() => visit.field('Pipeline name').inputValue()).toBe('pasted');
  await visit.end();
});

test('where the clipboard may not be read the keys for it are told', async () => {
  const visit = await Visit.to({
    before: () => {
      navigator.clipboard.readText = async () => {
        throw new DOMException('no', 'NotAllowedError');
      };
    },
  });
  await visit.press('Pipelines');
  await visit.press('Paste a pipeline');
  await said(visit).getByText('press Ctrl V').waitFor();
  await visit.end();
});
