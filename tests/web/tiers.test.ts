import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

async function tiersOf(visit: Visit, name = 'Tiers'): Promise<string[]> {
  const region = visit.page.getByRole('region', { name, exact: true });
  const titles = await region.getByRole('heading').allTextContents();
  const lists = await region.getByRole('list').all();
  const names = await Promise.all(
    // The first is the list of tiers itself.
    lists.slice(1).map(async (list) => list.locator('bdi').allTextContents()),
  );
  return titles.map((title, at) => `${title}: ${names[at]?.join(', ')}`);
}

async function open(visit: Visit): Promise<void> {
  await visit.tab('Tiers');
}

const leaveOut = (visit: Visit) => visit.page.getByRole('combobox', { name: 'Leave out' });

test('tiers are columns in which the order of the trace can be read, with depth and width', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await open(visit);
  await visit.page.getByText('Here are 9 tiers, which is the pipeline').waitFor();
  const tiers = await tiersOf(visit);
  expect(tiers.slice(0, 4)).toEqual([
    'Tier 1: checkout',
    'Tier 2: install',
    'Tier 3: lint, check types, unit tests, scan',
    'Tier 4: build web, build API',
  ]);
  await visit.press('Last event');
  const read = tiers.flatMap((tier) => tier.replace(/^[^:]+: /, '').split(', '));
  expect(read).toEqual(await visit.order());
  await visit.page.getByText('4 workers need 9 turns').waitFor();
  await visit.end();
});

test('the tier that the trace is at goes along with it', async () => {
  const visit = await Visit.to();
  await open(visit);
  const region = visit.page.getByRole('region', { name: 'Tiers', exact: true });
  const now = region.locator('[aria-current=step]');
  await region.waitFor();
  expect(await now.count()).toBe(0);
  await visit.press('Last event');
  await now.getByText('Tier 5').waitFor();
  await visit.end();
});

test('with one dependency left out the tiers stand beside those as they are, and one press removes it', async () => {
  const visit = await Visit.to();
  await open(visit);
  await leaveOut(visit).selectOption("'transform' waits for 'validate'");
  await visit.page
    .getByText("3 steps move to an earlier tier: 'transform', 'load', 'notify'.")
    .waitFor();
  await visit.page.getByText('The depth goes from 5 to 3. The width goes from 1 to 2.').waitFor();
  expect(await tiersOf(visit, 'Tiers as they are')).toHaveLength(5);
  expect(await tiersOf(visit, 'Tiers without it')).toEqual([
    'Tier 1: extract, transform',
    'Tier 2: validate, load',
    'Tier 3: notify',
  ]);
  await visit.press('Remove this dependency');
  await visit.page.getByText('Here are 3 tiers').waitFor();
  await visit.press('Undo');
  await visit.page.getByText('Here are 5 tiers').waitFor();
  await visit.end();
});

test('the longest path is marked in the picture and told', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  await visit.page.getByText("Longest path: 'fetch' → 'clean' → 'report'.").waitFor();
  const marked = visit.page
    .getByRole('region', { name: 'Tiers', exact: true })
    .getByRole('button', { name: /^on the longest path: / });
  expect(await marked.count()).toBe(3);
  await marked.first().click();
  expect(await visit.step('fetch').getAttribute('aria-pressed')).toBe('true');
  await visit.end();
});

test('a dependency that another one makes up for moves no step', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  await leaveOut(visit).selectOption("'report' waits for 'clean'");
  await visit.page
    .getByText("No step moves: 'report' waits for another step as far along as 'clean' or further.")
    .waitFor();
  await visit.end();
});

test('steps that a cycle keeps out have no tier, and get one when it is opened', async () => {
  const visit = await Visit.to();
  await visit.sample('Tail behind a cycle');
  await open(visit);
  await visit.page.getByText('have no tier: a cycle keeps them out.').waitFor();
  const tiers = await tiersOf(visit);
  expect(tiers.at(-1)).toContain('No tier: ');
  await visit.sample('Two-step cycle');
  await leaveOut(visit).selectOption("'egg' waits for 'chicken'");
  await visit.page.getByText('2 steps that a cycle kept out get a tier').waitFor();
  await visit.end();
});

test('what is left out outlives a reload, and goes with its dependency', async () => {
  const visit = await Visit.to();
  await open(visit);
  await leaveOut(visit).selectOption("'transform' waits for 'validate'");
  const told = visit.page.getByText(
    "3 steps move to an earlier tier: 'transform', 'load', 'notify'.",
  );
  await told.waitFor();
  await visit.page.waitForTimeout(400);
  await visit.reload();
  await told.waitFor();
  const chosen = () =>
    leaveOut(visit).evaluate((select) =>
      (select as HTMLSelectElement).selectedOptions[0]?.text.trim(),
    );
  expect(await chosen()).toBe("'transform' waits for 'validate'");
  await visit.press("Remove 'validate'");
  await told.waitFor({ state: 'hidden' });
  await visit.press('Undo');
  await told.waitFor();
  await leaveOut(visit).selectOption('none');
  await told.waitFor({ state: 'hidden' });
  await visit.end();
});
