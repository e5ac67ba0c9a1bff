import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { syntheticSteps } from './debian.mjs';
import { useBrowser, Visit } from './visit';

useBrowser();

/** As a printer sees the page. */
async function onPaper(visit: Visit): Promise<Page> {
  const { page } = visit;
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  await page
    .getByRole('heading', { level: 2, name: /^(Trace|Events of the run|Steps)$/ })
    .waitFor();
  return page;
}
const rowsOf = async (page: Page) => {
  const rows = await page.getByRole('table').getByRole('row').all();
  return Promise.all(rows.map((row) => row.getByRole('cell').allTextContents()));
};
const tidy = (cells: readonly string[]) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim());

test('on paper are the name, the picture, order, tiers and the trace, and no controls', async () => {
  const visit = await Visit.to({ colorScheme: 'dark' });
  await visit.press('Step forward', 6);
  const page = await onPaper(visit);
  await page.getByRole('heading', { level: 1, name: 'demo ETL' }).waitFor();
  await page.getByRole('group', { name: /^Graph of demo ETL/ }).waitFor();
  await page.getByText("After event 7 of 16: 'transform' drops from 1 to 0").waitFor();
  expect(await page.getByRole('listitem').allTextContents()).toEqual([
    ...['extract', 'validate', 'transform', 'load', 'notify'],
    ...['extract', 'validate', 'transform', 'load', 'notify'],
  ]);
  const [, ...rows] = await rowsOf(page);
  expect(rows).toHaveLength(16);
  expect(tidy(rows[3] ?? [])).toEqual([
    '4',
    "'validate' drops from 1 to 0: its last dependency 'extract' is done, so it joins the queue.",
    'empty',
    'validate 1 → 0',
  ]);
  expect(tidy(rows[4] ?? []).at(2)).toBe('validate');
  expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0);
  await visit.end();
});

test('while a run is shown, it is what is printed', async () => {
  const visit = await Visit.to();
  await visit.press('Run');
  await expect.poll(() => visit.position()).toMatch(/^event 1 of /);
  await visit.press('Step forward', 2);
  const page = await onPaper(visit);
  await page
    .getByText("After event 3 of 12 of the run: 'extract' succeeds at the first attempt.")
    .waitFor();
  expect(await page.getByRole('columnheader').allTextContents()).toEqual([
    ...['Event', 'What happens', 'Ready queue', 'Settled'],
  ]);
  const [, ...rows] = await rowsOf(page);
  expect(rows).toHaveLength(12);
  expect(tidy(rows[2] ?? [])).toEqual([
    ...['3', "'extract' succeeds at the first attempt.", 'validate', '1'],
  ]);
  await visit.end();
});

test('paper is light whatever the theme', async () => {
  const visit = await Visit.to({ colorScheme: 'dark' });
  await visit.page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  const page = await onPaper(visit);
  const ink = await page
    .getByRole('heading', { level: 1 })
    .evaluate((element) => getComputedStyle(element).color);
  expect(ink).toBe('rgb(29, 30, 34)');
  const ground = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(ground).toBe('rgba(0, 0, 0, 0)');
  await visit.end();
});

test('a cycle is printed as a closed path, and what errors leave as a table of steps', async () => {
  const visit = await Visit.to();
  await visit.sample('Tail behind a cycle');
  const page = await onPaper(visit);
  await page.getByText('Closed path: pack → weigh → label → pack').waitFor();
  await page.getByText('The trace stalls after 1 of 6 steps').waitFor();
  expect(await page.getByRole('heading', { name: 'Tiers' }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await visit.sample('Unknown dependency');
  await onPaper(visit);
  await page
    .getByRole('listitem')
    .getByText("Step 'bake' depends on unknown step 'preheat'")
    .waitFor();
  expect((await rowsOf(page)).map(tidy)).toEqual([
    [],
    ['bake', 'mix, preheat'],
    ['mix', 'nothing'],
    ['serve', 'bake'],
  ]);
  await visit.end();
});

test('of a very long trace the first 500 events are printed, and the sheet says so', async () => {
  const text = JSON.stringify({ name: 'large', steps: syntheticSteps(1200) });
  const file = { name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  const visit = await Visit.to();
  await visit.page.getByLabel('Pipeline file').setInputFiles(file);
  await visit.page.getByRole('heading', { name: 'large' }).waitFor();
  await visit.button('Cancel').waitFor({ state: 'hidden' });
  const page = await onPaper(visit);
  await page.getByText('The first 500 of ').waitFor();
  await page.getByText('The picture is left out').waitFor();
  expect(await page.getByRole('table').getByRole('row').count()).toBe(501);
  await visit.end();
});

test('printing builds the sheet in time, cuts no row in two and leaves nothing behind', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  const { page } = visit;
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      const sheet = document.body.lastElementChild?.shadowRoot;
      document.documentElement.setAttribute('data-printed', sheet?.textContent ?? '');
    });
  });
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  expect(await page.evaluate(() => document.documentElement.getAttribute('data-printed'))).toMatch(
    /CI pipeline.*announce/s,
  );
  await visit.button('Step forward').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
    'Run Orchestrator',
  ]);
  await onPaper(visit);
  const cut = await page
    .getByRole('row')
    .evaluateAll(
      (rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length,
    );
  expect(cut).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await visit.press('Step forward');
  await visit.end();
});

test('axe finds nothing to complain about on paper', async () => {
  const visit = await Visit.to();
  await visit.press('Break it');
  const page = await onPaper(visit);
  expect(await axeFindings(page, { bestPractice: false })).toEqual([]);
  await visit.end();
});

test('"Print" opens the browser\'s print dialog', async () => {
  const visit = await Visit.to({
    before: () => {
      window.print = () => document.documentElement.setAttribute('data-asked', 'yes');
    },
  });
  await visit.press('Print');
  expect(await visit.page.locator('html').getAttribute('data-asked')).toBe('yes');
  await visit.end();
});
