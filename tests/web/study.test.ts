import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const open = (visit: Visit, panel: string) => visit.tab(panel);

const why = (visit: Visit) => visit.page.getByRole('group', { name: 'Why', exact: true });

async function savedWith(steps: readonly object[]): Promise<Visit> {
  const definition = { name: 'mine', steps };
  const work = { version: 1, definition, cursor: 0, speed: 1, theme: 'system' };
  return Visit.to({ stored: JSON.stringify(work) });
}

test('why tells of the chosen step what it waits for, with the events that lead there', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Why');
  await visit.step('report').click();
  await expect.poll(() => why(visit).textContent()).toContain('waits for');
  await visit.press('Last event');
  await expect.poll(() => why(visit).textContent()).toContain("'report' was in the ready queue");
  const [first] = await why(visit)
    .getByRole('button', { name: /^Go to event/ })
    .all();
  const event = await first?.textContent();
  await first?.click();
  expect(await visit.position()).toContain(`event ${event} of`);
  await visit.end();
});

test('why can be asked about any step by its name', async () => {
  const visit = await Visit.to();
  await open(visit, 'Why');
  const field = visit.page.getByRole('combobox', { name: 'Step', exact: true });
  await field.fill('load');
  await expect.poll(() => why(visit).textContent()).toContain("'load'");
  await field.fill('nothing like it');
  await visit.page.getByText("No step is called 'nothing like it'.").waitFor();
  await visit.end();
});

test('of two cycles each has its smallest mend, which one press applies and undo takes back', async () => {
  const visit = await savedWith([
    { name: 'a', depends_on: ['b'] },
    { name: 'b', depends_on: ['a'] },
    { name: 'c', depends_on: ['c'] },
    { name: 'd', depends_on: ['c'] },
  ]);
  await open(visit, 'Cycles');
  await visit.page
    .getByText('Removing 2 dependencies opens every cycle, and no fewer would do.')
    .waitFor();
  const knot = visit.page.getByRole('region', { name: 'Knot 2' });
  await knot.getByText("That frees 2 steps: 'c' and 'd'.").waitFor();
  await knot.getByRole('button', { name: /^Remove this dependency/ }).click();
  await visit.page.getByText('Removing 1 dependency opens every cycle').waitFor();
  await visit.press('Undo');
  await visit.page.getByText('Removing 2 dependencies opens every cycle').waitFor();
  await visit.press(/^Remove all 2/);
  await visit.page.getByText('There is no cycle here.').waitFor();
  await visit.press('Last event');
  await visit.page.getByText('Sorted: all 4 steps are in the order').first().waitFor();
  await visit.end();
});

test('the proof shows for each step that is left over another one that it waits for', async () => {
  const visit = await Visit.to();
  await visit.sample('Tail behind a cycle');
  await open(visit, 'Cycles');
  const told = await visit.page
    .getByRole('img', { name: /^Each waits for one of the same steps/ })
    .getAttribute('aria-label');
  const pairs = [...(told ?? '').matchAll(/(?<=[:,] )(\w+) waits for (\w+)/g)];
  expect(pairs).toHaveLength(5);
  const waiting = pairs.map(([, step]) => step);
  for (const [, , on] of pairs) expect(waiting).toContain(on);
  await visit.end();
});

test('one walks along a cycle step by step in the picture, back to where one began', async () => {
  const visit = await Visit.to();
  await visit.sample('Two-step cycle');
  await open(visit, 'Cycles');
  await visit.press('Walk along it');
  await visit.press('On along it');
  await visit.page.getByText("'egg' waits for 'chicken'.").waitFor();
  await visit.press('On along it');
  await visit.page.getByText("'chicken' waits for 'egg'. Back at the start").waitFor();
  await visit.press('Back along it');
  await visit.page.getByText("'egg' waits for 'chicken'.").waitFor();
  await visit.end();
});

test('depth-first search goes with the same transport, and both orders are told apart where they differ', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Depth-first');
  const search = visit.page.getByRole('region', { name: 'Depth-first search', exact: true });
  await search.getByText('All 4 steps are white').waitFor();
  await visit.press('Step forward');
  await search.getByText('a search begins there').waitFor();
  expect(await visit.position()).toBe('event 2 of 14');
  await visit.press('Last event');
  await search.getByText('Sorted: all 4 steps are in the list').waitFor();
  await search.getByText('fetch, count, clean, report').waitFor();
  await visit.page.getByText('they differ first at place 2').waitFor();
  await visit.end();
});

test('on a cycle the transport goes on to the end of the search, which meets the dependency back', async () => {
  const visit = await Visit.to();
  await visit.sample('Two-step cycle');
  expect(await visit.position()).toBe('event 1 of 2');
  await open(visit, 'Depth-first');
  await expect.poll(() => visit.position()).toBe('event 1 of 8');
  await visit.press('See the first one');
  await visit.page.getByText('Proof of a cycle').waitFor();
  await visit.page.getByText('chicken → egg → chicken').last().waitFor();
  await visit.press('Last event');
  expect(await visit.position()).toBe('event 8 of 8');
  const search = visit.page.getByRole('region', { name: 'Depth-first search', exact: true });
  await search.getByText('There is no order: 1 dependency led back').waitFor();
  await open(visit, 'Why');
  await expect.poll(() => visit.position()).toBe('event 2 of 2');
  await visit.end();
});

test('the table has the colours of the search with its times', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Depth-first');
  await visit.press('Last event');
  await visit.page.getByText('All of it as a table').click();
  const table = visit.page.getByRole('region', { name: 'Both algorithms, step by step' });
  const row = table.getByRole('row', { name: /^fetch/ });
  expect((await row.textContent())?.replaceAll(/\s+/g, ' ')).toContain('black 2 13');
  await visit.end();
});

test('each claim about the two algorithms can be tried on the pipeline that is shown', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Depth-first');
  const claims = visit.page.getByRole('region', { name: 'What speaks for which' });
  await visit.press('See the longest queue');
  expect((await visit.queue()).sort()).toEqual(['clean', 'count']);
  await visit.press('See the next round');
  expect(await visit.queue()).toEqual(['report']);
  const search = visit.page.getByRole('region', { name: 'Depth-first search', exact: true });
  await visit.press('See it at the end of a branch');
  await search.getByText("'report' has no more dependents to look at").waitFor();
  await visit.press('See the first one found');
  await search.getByText('fetch, count, clean, report').waitFor();
  for (const row of await claims.getByRole('row').all()) {
    const cells = await row.getByRole('cell').all();
    if (cells.length !== 2) continue;
    for (const cell of cells) {
      const tries = await cell.getByRole('button').count();
      expect(tries > 0 || (await cell.textContent())?.includes('Break it')).toBe(true);
    }
  }
  await visit.press('Break it');
  await visit.press('See the first one');
  await visit.page.getByText('Proof of a cycle').waitFor();
  await visit.end();
});

test('both orders stand side by side in the end, and where they differ is marked', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Depth-first');
  await visit.page.getByText('fetch → clean → count → report').waitFor();
  await visit.page.getByText('fetch → count → clean → report').waitFor();
  expect(await visit.page.locator('mark').allTextContents()).toEqual(['clean', 'count']);
  await visit.end();
});

test('the search as code is followed line by line', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Depth-first');
  await visit.page.getByText('Depth-first search, line by line').click();
  const code = visit.page.getByRole('list', { name: 'Depth-first search, line by line' });
  const tabs = visit.page.getByRole('tablist', { name: 'Depth-first search as' });
  const now = code.locator('[aria-current=step]');
  await visit.press('Step forward');
  await expect.poll(() => now.first().textContent()).toContain('colour it grey');
  await tabs.getByRole('tab', { name: 'Python' }).click();
  await expect.poll(() => now.first().textContent()).toContain("colour[step] = 'grey'");
  await code.getByText("stack = ['fetch']").waitFor();
  await visit.end();
});

test('of several knots each says how few dependencies open its cycles', async () => {
  const visit = await savedWith([
    { name: 'a', depends_on: ['b'] },
    { name: 'b', depends_on: ['a'] },
    { name: 'c', depends_on: ['c'] },
  ]);
  await open(visit, 'Cycles');
  const knot = visit.page.getByRole('region', { name: 'Knot 1' });
  await knot.getByText('Removing 1 dependency opens every cycle here.').waitFor();
  await visit.page.getByText('Eades, Lin and Smyth, 1993').waitFor();
  await visit.end();
});
