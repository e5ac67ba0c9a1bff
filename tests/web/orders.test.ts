import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const open = (visit: Visit) => visit.tab('All orders');
const own = async (visit: Visit) => {
  const items = visit.page
    .getByRole('list', { name: 'Your order', exact: true })
    .getByRole('listitem');
  return (await items.locator('bdi').allTextContents()).map((text) => text.trim());
};
const place = (visit: Visit, ...names: string[]) =>
  names.reduce(
    (before, name) => before.then(() => visit.press(`Put '${name}' next`)),
    Promise.resolve(),
  );

test('a chain has one order alone, shown as the path through all steps', async () => {
  const visit = await Visit.to();
  await open(visit);
  await visit.page.getByText('This one alone. Each step waits for the one before it').waitFor();
  await visit.page.getByText("'extract' → 'validate' → 'transform' → 'load' → 'notify'").waitFor();
  await visit.end();
});

test('of several orders the number is told exactly, with two steps that may change places', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  await visit.page
    .getByText('Exactly 2. Without dependencies 4 steps could stand in 24 sequences.')
    .waitFor();
  await visit.page
    .getByText("there 'clean' stands just before 'count', which does not wait for it")
    .waitFor();
  await visit.sample('Two-step cycle');
  await visit.page
    .getByText('None. On a cycle each step would have to come before itself.')
    .waitFor();
  await visit.end();
});

test('what is too much to count is more than a number', async () => {
  // A hundred chains of two.
  const steps = Array.from({ length: 200 }, (_, at) => ({
    name: `s${at}`,
    depends_on: at < 100 ? [] : [`s${at - 100}`],
  }));
  const work = { version: 1, definition: { steps }, cursor: 0, speed: 1, theme: 'system' };
  const visit = await Visit.to({ stored: JSON.stringify(work) });
  await open(visit);
  // It is drawn only in sight, where the picture above has pushed it out of.
  await visit.page.getByRole('heading', { name: 'How many orders' }).scrollIntoViewIfNeeded();
  await visit.page.getByText(/More than 1[\d,]{100,}\.\s+No fast way is known/).waitFor();
  await visit.page
    .getByText('This pipeline is too long for that: it takes at most 100 steps.')
    .waitFor();
  await visit.end();
});

test('an own order grows by single clicks, and the first dependency that it breaks is told with the rule', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  await place(visit, 'fetch', 'report');
  await visit.page
    .getByText(
      "But 'report', at place 2, waits for 'clean', which is not placed yet. The rule: a step comes after everything it depends on.",
    )
    .waitFor();
  await visit.page.getByText('too early').waitFor();
  await place(visit, 'count', 'clean');
  await visit.page.getByText('which comes only at place 4').waitFor();
  await visit.press("Move 'report' down", 2);
  await visit.page
    .getByText(
      "A valid order: every step comes after all it depends on. It differs from the trace's first at place 2, and is as good.",
    )
    .waitFor();
  await expect.poll(() => own(visit)).toEqual(['fetch', 'count', 'clean', 'report']);
  await visit.press("Move 'clean' up");
  await visit.page.getByText('It is the one that the trace gives.').waitFor();
  await visit.press("Take 'report' back");
  await visit.page.getByText('Nothing is broken so far. 1 step to go.').waitFor();
  await visit.press('Start again');
  await expect.poll(() => own(visit)).toEqual([]);
  await visit.end();
});

test('the keyboard alone puts an order together and goes on where it was', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  await visit.button("Put 'report' next").focus();
  await visit.page.keyboard.press('Enter');
  // The one before it is the next of its kind.
  await expect.poll(() => visit.button("Put 'count' next").evaluate(isFocused)).toBe(true);
  await visit.page.keyboard.press('Enter');
  await visit.page.keyboard.press('Enter');
  await visit.page.keyboard.press('Enter');
  await expect.poll(() => own(visit)).toEqual(['report', 'count', 'clean', 'fetch']);
  await visit.button("Move 'report' down").focus();
  for (let times = 0; times < 3; times += 1) await visit.page.keyboard.press('Enter');
  await expect.poll(() => own(visit)).toEqual(['count', 'clean', 'fetch', 'report']);
  await expect.poll(() => visit.button("Move 'report' down").evaluate(isFocused)).toBe(true);
  await visit.page.keyboard.press('Enter');
  await expect.poll(() => own(visit)).toEqual(['count', 'clean', 'fetch', 'report']);
  await visit.end();
});

const isFocused = (element: Element) =>
  (element.getRootNode() as ShadowRoot).activeElement === element;

test('steps can be dragged into the order, within it and out of it', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  const list = visit.page.getByRole('list', { name: 'Your order', exact: true });
  // What it says above moves what is below.
  await visit.page.getByText('Exactly 2').waitFor();
  const left = visit.page.getByRole('list', { name: 'Still to place', exact: true });
  const item = (name: string) => visit.page.getByRole('listitem').filter({ hasText: name });
  await left.getByRole('listitem').filter({ hasText: 'count' }).dragTo(list);
  await expect.poll(() => own(visit)).toEqual(['count']);
  await left.getByRole('listitem').filter({ hasText: 'fetch' }).dragTo(item('count').last());
  await expect.poll(() => own(visit)).toEqual(['fetch', 'count']);
  await list.getByRole('listitem').filter({ hasText: 'fetch' }).dragTo(left);
  await expect.poll(() => own(visit)).toEqual(['count']);
  await visit.end();
});

test('an own order outlives an edit and another look at the panel', async () => {
  const visit = await Visit.to();
  await open(visit);
  await place(visit, 'extract', 'load');
  await visit.tab('Why');
  await open(visit);
  await expect.poll(() => own(visit)).toEqual(['extract', 'load']);
  await visit.press("Remove 'load'");
  await expect.poll(() => own(visit)).toEqual(['extract']);
  await visit.press('Undo');
  await expect.poll(() => own(visit)).toEqual(['extract', 'load']);
  await visit.end();
});

test('an own order outlives a reload, and each move is undone by itself', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit);
  await place(visit, 'fetch', 'count');
  await expect.poll(() => own(visit)).toEqual(['fetch', 'count']);
  await visit.page.waitForTimeout(400);
  await visit.reload();
  await expect.poll(() => own(visit)).toEqual(['fetch', 'count']);
  await place(visit, 'clean');
  await expect.poll(() => own(visit)).toEqual(['fetch', 'count', 'clean']);
  await visit.press("Undo: put 'clean' in place 3");
  await expect.poll(() => own(visit)).toEqual(['fetch', 'count']);
  await visit.end();
});

test('counting can be cancelled and begun again', async () => {
  // So many sets of steps can stand first that it is not counted in a blink.
  const steps = Array.from({ length: 34 }, (_, at) => ({
    name: `s${at}`,
    depends_on: at < 2 ? [] : [`s${at - 2}`],
  }));
  const work = { version: 1, definition: { steps }, cursor: 0, speed: 1, theme: 'system' };
  let release = () => {};
  const isWanted = new Promise<void>((resolve) => {
    release = resolve;
  });
  const visit = await Visit.to({
    stored: JSON.stringify(work),
    prepare: (page) =>
      page.route(/worker/, async (route) => {
        await isWanted;
        await route.continue();
      }),
  });
  await open(visit);
  await visit.page.getByRole('heading', { name: 'How many orders' }).scrollIntoViewIfNeeded();
  await visit.page.getByRole('progressbar', { name: 'Counting them' }).waitFor();
  await visit.press('Cancel');
  await visit.page.getByText('Counting them: cancelled.').waitFor();
  release();
  await visit.press('Try again');
  await visit.page.getByText(/Exactly [\d,]+\./).waitFor();
  await visit.end();
});

test('orders by four rules stand side by side, and what differs from the course is marked', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await open(visit);
  const table = visit.page.getByRole('region', { name: 'Orders side by side' });
  const row = async (place: number) => {
    const cells = await table.getByRole('row').nth(place).getByRole('cell').all();
    return Promise.all(
      cells.map(async (cell) => (await cell.textContent())?.replaceAll(/\s+/g, ' ').trim()),
    );
  };
  await expect.poll(() => row(2)).toEqual(['install', 'install', 'install', 'install']);
  // Ready are lint, check types, unit tests and scan.
  expect(await row(3)).toEqual([
    'lint',
    '≠ differs: scan',
    '≠ differs: check types',
    '≠ differs: check types',
  ]);
  await visit.page.getByText('What became ready last goes first').waitFor();
  await expect
    .poll(() => visit.page.getByText('Here it differs first at place 3.').count())
    .toBe(3);
  await visit.sample('Tail behind a cycle');
  await visit.page
    .getByText('All of them stop after 1 step, the same ones: no rule gets past a cycle.')
    .waitFor();
  await visit.end();
});
