import { expect, test } from 'vitest';
import { scaleTo } from '../../web/src/views/closer/cost_scale';
import { useBrowser, Visit } from './visit';

useBrowser();

const open = (visit: Visit) => visit.tab('Cost');

async function rows(visit: Visit): Promise<string[]> {
  const all = await visit.page
    .getByRole('region', { name: 'Events of each pipeline' })
    .getByRole('row')
    .all();
  return Promise.all(
    all.slice(1).map(async (row) => {
      const cells = await row.locator('th, td').allTextContents();
      return cells.map((text) => text.trim()).join(' ');
    }),
  );
}

test('counters go with the cursor until every step and every dependency is through', async () => {
  const visit = await Visit.to();
  await open(visit);
  await visit.page.getByText('0 of 5 steps put into the queue').waitFor();
  await visit.press('Step forward', 4);
  await visit.page.getByText('2 of 5 steps put into the queue').waitFor();
  await visit.page.getByText('1 of 5 steps taken out of it').waitFor();
  await visit.page.getByText('1 of 4 dependencies taken off').waitFor();
  await visit.page.getByText('4 operations so far, of at most 5 + 5 + 4 = 14').waitFor();
  await visit.page.getByText('V + V + E: it grows as V + E does').waitFor();
  await visit.press('Last event');
  await visit.page.getByText('14 operations so far, of at most 5 + 5 + 4 = 14').waitFor();
  await visit.end();
});

test('where a cycle keeps steps out the bars stay empty to the end', async () => {
  const visit = await Visit.to();
  await visit.sample('Tail behind a cycle');
  await open(visit);
  await visit.page
    .getByText('It will stall before that: what a cycle holds is never touched')
    .waitFor();
  await visit.press('Last event');
  await visit.page.getByText('It has stalled here').waitFor();
  await visit.page.getByText('1 of 6 steps taken out of it').waitFor();
  await visit.end();
});

test('events against size of samples, copies and this pipeline are a picture and a table', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.press('Pipelines');
  await visit.field('Name of the copy').fill('my diamond');
  await visit.press('Keep a copy');
  await visit.page.keyboard.press('Escape');
  await visit.press("Remove 'report'");
  await open(visit);
  await visit.page
    .getByRole('img', { name: /^Events against steps \+ dependencies of 8 / })
    .waitFor();
  await visit.page.getByText('The dots as a table').click();
  expect(await rows(visit)).toEqual([
    'Demo ETL 5 4 16 sorted',
    'Diamond 4 4 14 sorted',
    'CI pipeline 15 20 52 sorted',
    'Self-dependency 2 2 5 stalled',
    'Two-step cycle 2 2 2 stalled',
    'Tail behind a cycle 6 6 5 stalled',
    'my diamond 4 4 14 sorted',
    'this pipeline 3 2 10 sorted',
  ]);
  await visit.end();
});

test('a scale has a few round numbers, and holds the largest', () => {
  expect(scaleTo(35, false).ticks).toEqual([0, 10, 20, 30, 40]);
  expect(scaleTo(3, false).ticks).toEqual([0, 1, 2, 3]);
  expect(scaleTo(238_802, true).ticks).toEqual([1, 10, 100, 1000, 10_000, 100_000, 1_000_000]);
  for (const isTenfold of [true, false]) {
    for (let most = 1; most < 3000; most += 1) {
      const { at, ticks } = scaleTo(most, isTenfold);
      expect(at(most)).toBeLessThanOrEqual(1);
      expect(at(ticks.at(-1) ?? 0)).toBeCloseTo(1);
      expect(ticks.length).toBeLessThan(9);
      for (const tick of ticks) expect(Number.isInteger(tick)).toBe(true);
    }
  }
});
