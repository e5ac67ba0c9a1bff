import { expect, test } from 'vitest';
import { choose, make, part, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

test('the timeline has a lane for each worker, says the makespan, zooms, and has a table twin', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.tab('Timeline');
  await choose(visit, 'Workers', '3');
  await part(visit)
    .getByText(/^Makespan/)
    .waitFor();
  await part(visit).getByText('The critical path is').waitFor();
  expect(await visit.button('Zoom out of the timeline').getAttribute('aria-disabled')).toBe('true');
  await visit.press('Zoom into the timeline');
  expect(await visit.button('Zoom out of the timeline').getAttribute('aria-disabled')).toBe(
    'false',
  );
  await part(visit).getByText('The timeline as a table').click();
  const rows = part(visit).getByRole('table', { name: 'Attempts' }).getByRole('row');
  expect(await rows.filter({ hasText: 'browser tests' }).first().textContent()).toMatch(
    /failed\s*$/,
  );
  const bars = part(visit).getByRole('group', { name: 'Timeline', exact: true });
  const first = bars.getByRole('button', { name: /^checkout/ });
  await first.focus();
  await visit.page.keyboard.press('ArrowRight');
  await visit.page.keyboard.press('Enter');
  await sentence(visit, /^'install' starts on worker 1/);
  await visit.end();
});

test('zoomed in, the timeline keeps the event shown in sight, and says when it is', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.tab('Timeline');
  await visit.press('Run');
  await visit.press('Zoom into the timeline', 3);
  await visit.press('Last event');
  await part(visit)
    .getByText(/^event 34 is at 34\.\d s$/)
    .waitFor();
  const bars = part(visit).getByRole('group', { name: 'Timeline', exact: true });
  const last = bars.getByRole('button', { name: /^announce/ });
  const isSeen = () =>
    last.evaluate((bar) => {
      const scroller = bar.closest('[data-scrolls]')?.getBoundingClientRect();
      const { left } = bar.getBoundingClientRect();
      return !!scroller && left >= scroller.left && left < scroller.right;
    });
  await expect.poll(isSeen).toBe(true);
  await visit.press('First event');
  await expect.poll(isSeen).toBe(false);
  await visit.end();
});

test('where nothing takes time the timeline goes by events, and offers durations', async () => {
  const steps = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
  const visit = await Visit.to({ stored: JSON.stringify({ version: 1, definition: { steps } }) });
  await part(visit).getByRole('tab', { name: 'Timeline' }).scrollIntoViewIfNeeded();
  await part(visit).getByText('No time passes, so the lanes show event after event.').waitFor();
  await visit.press('Give every step a second');
  await part(visit).getByText('5 s', { exact: true }).first().waitFor();
  await visit.press('Undo');
  await part(visit).getByText('No time passes, so the lanes show event after event.').waitFor();
  await visit.end();
});

test('waits for another attempt are seen in the timeline', async () => {
  const visit = await Visit.to();
  await make(visit, 'extract', 'fails twice, then works');
  await choose(visit, 'Wait before a retry', 'exponential');
  const timeline = part(visit).getByRole('group', { name: 'Timeline', exact: true });
  await timeline
    .getByRole('button', { name: /^extract waits: attempt 1, 0.3 ms to 1 s/ })
    .waitFor();
  await timeline.getByRole('button', { name: /^extract waits: attempt 2, 1 s to 3 s/ }).waitFor();
  await visit.end();
});

test('the makespan falls with the workers, down to the critical path, and a table says the same', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.tab('Workers');
  await part(visit)
    .getByText(/One worker takes [\d.]+ s, \d workers take [\d.]+ s/)
    .waitFor();
  await part(visit).getByText('The chart as a table').click();
  const rows = part(visit)
    .getByRole('table', { name: 'Makespan against workers' })
    .getByRole('row');
  const [first = '', last = ''] = [
    await rows.nth(1).textContent(),
    await rows.last().textContent(),
  ];
  const numbers = (row: string | null) => row?.match(/[\d.]+(?= s)/g)?.map(Number) ?? [];
  const [slow = 0, , work = 0] = numbers(first);
  const [fast = 0, path = 0] = numbers(last);
  expect(slow).toBe(work);
  expect(fast).toBeLessThan(slow);
  expect(fast).toBe(path);
  await visit.end();
});

test('as many workers are tried as steps may run side by side, some numbers alone where that is many', async () => {
  const steps = Array.from({ length: 40 }, (_, at) => ({
    name: `step ${at}`,
    action: { duration_ms: 1000 },
  }));
  const stored = JSON.stringify({ version: 1, definition: { steps } });
  const visit = await Visit.to({ stored, viewport: { width: 390, height: 844 } });
  await visit.tab('Workers');
  await part(visit)
    .getByText(
      'One worker takes 40 s, 40 workers take 1 s. That is just the critical path, which has to be done one step after another. Never do more than 40 steps run side by side, so more workers than that change nothing.',
    )
    .waitFor();
  await part(visit).getByText('The chart as a table').click();
  const rows = part(visit)
    .getByRole('table', { name: 'Makespan against workers' })
    .getByRole('row');
  const counts = (await rows.allInnerTexts()).map((row) => Number.parseInt(row, 10));
  expect(counts.slice(1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 24, 32, 40]);
  const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await visit.end();
});

/** All fail once. */
const flaky = (count: number) => {
  const steps = Array.from({ length: count }, (_, at) => ({
    name: `step ${at}`,
    max_retries: 2,
    action: { fails: 1, duration_ms: 10 },
  }));
  return JSON.stringify({ version: 1, definition: { steps } });
};

test('a long table says how many of its rows are left out, waits among them', async () => {
  const visit = await Visit.to({ stored: flaky(200) });
  await choose(visit, 'Wait before a retry', 'constant');
  await part(visit).getByText('The timeline as a table').click();
  await part(visit).getByText('And 100 more rows.').waitFor();
  await visit.end();
});

test('of many waits at a time as many are drawn as there is room for, and how many are not is said', async () => {
  const visit = await Visit.to({ stored: flaky(30) });
  await choose(visit, 'Wait before a retry', 'constant');
  const timeline = part(visit).getByRole('group', { name: 'Timeline', exact: true });
  await timeline.getByRole('button', { name: /^step 7 waits/ }).waitFor();
  expect(await timeline.getByRole('button', { name: / waits: / }).count()).toBe(8);
  await part(visit).getByText('Not drawn: 22 further waits.').waitFor();
  await part(visit).getByText('The timeline as a table').click();
  const rows = part(visit).getByRole('table', { name: 'Attempts' }).getByRole('row');
  expect(await rows.filter({ hasText: 'after 1' }).count()).toBe(30);
  await visit.end();
});
