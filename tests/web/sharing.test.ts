import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkOf } from '../../web/src/formats/link';
import { useBrowser, Visit } from './visit';

useBrowser();

const theirs = {
  name: 'theirs',
  note: 'kept',
  steps: [{ name: 'x' }, { name: 'y', depends_on: ['x'] }],
};
const linkTo = (definition: typeof theirs | { steps: never[] }, cursor = 0) =>
  linkOf({ definition, mode: 'trace', cursor });
const bar = (visit: Visit) => visit.page.getByRole('region', { name: 'Shared pipeline' });

async function linkFrom(visit: Visit): Promise<string> {
  await visit.press('Share');
  const field = visit.field('Link');
  await expect.poll(() => field.inputValue()).toMatch(/#v1\./);
  return field.inputValue();
}

test('a link to this moment opens the pipeline at the same event, for somebody else', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.field('Name of step 1').fill('get');
  await visit.press('Step forward', 4);
  const link = await linkFrom(visit);
  await visit.page.getByText(/\d+ characters\./).waitFor();
  await visit.end();

  const other = await Visit.to({ hash: new URL(link).hash });
  expect(await other.position()).toMatch(/^event 5 of /);
  expect(await other.field('Name of step 1').inputValue()).toBe('get');
  expect(await bar(other).count()).toBe(0);
  expect(other.page.url()).not.toContain('#');
  await other.reload();
  expect(await other.field('Name of step 1').inputValue()).toBe('get');
  expect(await other.position()).toMatch(/^event 5 of /);
  await other.end();
});

test('the link is copied by its button', async () => {
  const visit = await Visit.to({ permissions: ['clipboard-read', 'clipboard-write'] });
  const link = await linkFrom(visit);
  await visit.press('Copy link to this moment');
  await visit.page.getByText('Copied.').waitFor();
  expect(await visit.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await visit.press('Close');
  const { focused } = await visit.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return { focused: active?.getAttribute('aria-label') };
  });
  expect(focused).toBe('Share');
  await visit.end();
});

test('where copying is denied the link is marked and says so', async () => {
  const visit = await Visit.to({
    before: () => {
      navigator.clipboard.writeText = async () => {
        throw new DOMException('no', 'NotAllowedError');
      };
    },
  });
  const link = await linkFrom(visit);
  await visit.press('Copy link to this moment');
  await visit.page.getByText('The link is marked: copy it yourself.').waitFor();
  const marked = await visit
    .field('Link')
    .evaluate((field: HTMLInputElement) =>
      field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0),
    );
  expect(marked).toBe(link);
  await visit.end();
});

test('a pipeline too large for a link is offered as a file', async () => {
  const text = (seed: number) => Math.abs(Math.sin(seed) * 1e16).toString(36);
  const steps = Array.from({ length: 1500 }, (_, at) => ({
    name: `${text(at)}${text(at + 0.5)}${text(at + 0.25)}`,
  }));
  const visit = await Visit.to({
    stored: JSON.stringify({ version: 1, definition: { name: 'big one', steps }, cursor: 0 }),
  });
  await visit.press('Share');
  await visit.page.getByText('This pipeline is too large for a link').waitFor();
  expect(await visit.button('Copy link to this moment').count()).toBe(0);
  const [file] = await Promise.all([
    visit.page.waitForEvent('download'),
    visit.press('Download the file'),
  ]);
  expect(file.suggestedFilename()).toBe('big-one.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual({ name: 'big one', steps });
  await visit.end();
});

test('a shared pipeline opens beside the own one, may be edited, survives a reload, and "Keep mine" goes back', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('mine');
  await visit.press('Step forward', 3);
  await visit.follow(await linkTo(theirs, 2));
  await bar(visit).getByText('This is a shared pipeline. Your own is kept.').waitFor();
  expect(await visit.position()).toMatch(/^event 3 of /);
  await visit.field('Name of step 1').fill('changed');
  await visit.page.waitForTimeout(400);
  await visit.reload();
  expect(await visit.field('Name of step 1').inputValue()).toBe('changed');
  await bar(visit).getByRole('button', { name: 'Keep mine' }).click();
  expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
  expect(await visit.position()).toMatch(/^event 4 of /);
  expect(await bar(visit).count()).toBe(0);
  await visit.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  expect(await visit.field('Name of step 1').inputValue()).toBe('changed');
  expect(await bar(visit).count()).toBe(1);
  await visit.end();
});

test('"Take this" makes the shared pipeline the own one, and undo takes that back', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('mine');
  await visit.follow(await linkTo(theirs));
  await bar(visit).getByRole('button', { name: 'Take this' }).click();
  expect(await visit.field('Pipeline name').inputValue()).toBe('theirs');
  expect(await bar(visit).count()).toBe(0);
  await visit.press('Undo: take the shared pipeline');
  await visit.press("Undo: open 'theirs'");
  expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
  await visit.end();
});

test('a link that cannot be read gets a sentence and stays in the address; the own work is untouched', async () => {
  const visit = await Visit.to();
  await visit.field('Pipeline name').fill('mine');
  const damaged = (await linkTo(theirs)).slice(0, -8);
  for (const [hash, sentence] of [
    [damaged, 'It is damaged or was cut off'],
    ['#v9.abc', 'It was made by a newer version of this page.'],
    ['#nonsense', 'is not a pipeline'],
  ] as const) {
    await visit.follow(hash);
    await visit.page.getByText(sentence).waitFor();
    expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
    expect(new URL(visit.page.url()).hash).toBe(hash);
  }
  await visit.page.waitForTimeout(400);
  await visit.page.reload();
  await visit.page.getByText('This link could not be opened.').waitFor();
  expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
  await visit.end();
});

test('where nothing can be stored a reload opens the link again', async () => {
  const visit = await Visit.to({
    hash: await linkTo(theirs, 1),
    before: () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    },
  });
  expect(await visit.position()).toMatch(/^event 2 of /);
  await visit.reload();
  expect(await visit.field('Pipeline name').inputValue()).toBe('theirs');
  expect(await visit.position()).toMatch(/^event 2 of /);
  await visit.end();
});
