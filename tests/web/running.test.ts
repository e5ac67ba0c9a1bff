import { expect, test } from 'vitest';
import { linkOf } from '../../web/src/formats/link';
import { axeFindings } from './axe';
import { useBrowser, Visit } from './visit';

useBrowser();

const demoReport = `Pipeline PASSED
  [SUCCESS] extract (1 attempt(s), 0ms)
  [SUCCESS] validate (1 attempt(s), 0ms)
  [SUCCESS] transform (1 attempt(s), 0ms)
  [SUCCESS] load (1 attempt(s), 0ms)
  [SUCCESS] notify (1 attempt(s), 0ms)
Total: 1ms`;

const part = (visit: Visit) => visit.page.getByRole('region', { name: 'Run', exact: true });
const report = (visit: Visit) =>
  visit.page.getByRole('region', { name: 'Report', exact: true }).textContent();
const choose = (visit: Visit, name: string, value: string) =>
  visit.page.getByRole('combobox', { name, exact: true }).selectOption({ label: value });
const sentence = (visit: Visit, text: string | RegExp) =>
  visit.page.getByText(text).first().waitFor();

async function make(visit: Visit, step: string, doing: string): Promise<void> {
  await choose(visit, 'Make it fail', step);
  await visit.press(doing);
}

test('a run is followed on the same graph by the same controls, and the trace comes back', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward', 3);
  await visit.press('Run');
  await sentence(visit, /^The run begins\. Steps: 5\./);
  expect(await visit.position()).toBe('event 1 of 12');
  await visit.press('Step forward');
  await sentence(visit, "'extract' starts on worker 1: it depends on nothing.");
  expect(await visit.step('extract').getAttribute('aria-label')).toContain('extract: running');
  await visit.page.keyboard.press('ArrowRight');
  expect(await visit.step('extract').getAttribute('aria-label')).toContain('extract: succeeded');
  expect(await visit.order()).toEqual(['extract']);
  expect(await visit.queue()).toEqual(['validate']);
  await visit.press('Last event');
  await sentence(visit, 'The run PASSED: every step succeeded.');
  await visit.press('Step back');
  expect(await visit.position()).toBe('event 11 of 12');
  await visit.press('Trace');
  await expect.poll(() => visit.position()).toBe('event 4 of 16');
  await visit.press('Run');
  await expect.poll(() => visit.position()).toBe('event 11 of 12');
  await visit.end();
});

test('nothing of a run is loaded before somebody asks for one', async () => {
  const visit = await Visit.to({ viewport: { width: 1280, height: 720 } });
  await visit.page.waitForLoadState('networkidle');
  const isRun = (url: string) => /\/run-[^/]*\.wasm$/.test(url);
  expect(visit.requests.filter(isRun)).toEqual([]);
  await visit.press('Run');
  await sentence(visit, /^The run begins/);
  expect(visit.requests.filter(isRun)).toHaveLength(1);
  await visit.end();
});

test('the run is still shown, at its event, after a reload', async () => {
  const visit = await Visit.to();
  await visit.press('Run');
  await visit.press('Step forward', 4);
  expect(await visit.position()).toBe('event 5 of 12');
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('"run":4');
  await visit.page.reload();
  await visit.slider.waitFor();
  expect(await visit.position()).toBe('event 5 of 12');
  expect(await visit.button('Run').getAttribute('aria-pressed')).toBe('true');
  await visit.end();
});

test('a link opens a run at its event', async () => {
  const definition = { name: 'linked', steps: [{ name: 'a' }, { name: 'b', depends_on: ['a'] }] };
  const visit = await Visit.to({ hash: await linkOf({ definition, mode: 'run', cursor: 2 }) });
  expect(await visit.position()).toBe('event 3 of 6');
  await sentence(visit, "'a' succeeds at the first attempt.");
  await visit.follow(await linkOf({ definition, mode: 'trace', cursor: 1 }));
  await expect.poll(() => visit.position()).toMatch(/^event 2 of/);
  expect(await visit.button('Trace').getAttribute('aria-pressed')).toBe('true');
  await visit.end();
});

test('a step is made to fail, and the run, its picture and its timeline follow; undo takes it back', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await make(visit, 'lint', 'fails twice, then works');
  await sentence(visit, "'lint' now fails twice, then works, so it may make at least 3 attempts.");
  const timeline = part(visit).getByRole('group', { name: 'Timeline', exact: true });
  await timeline.getByRole('button', { name: /^lint succeeded: attempt 3/ }).waitFor();
  await timeline.getByRole('button', { name: /^lint failed: attempt 1/ }).click();
  await sentence(visit, /^'lint' starts on worker 1/);
  expect(await visit.step('lint').getAttribute('aria-label')).toContain('lint: running');
  await make(visit, 'lint', 'takes 40 s');
  await timeline.getByRole('button', { name: /^lint timed out: attempt 1/ }).waitFor();
  await visit.press('Undo');
  await timeline.getByRole('button', { name: /^lint failed: attempt 2/ }).waitFor();
  await visit.end();
});

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

test("the report is the course's, word for word, and can be had as JSON and JUnit XML", async () => {
  const visit = await Visit.to();
  await visit.tab('Report');
  await visit.page.getByRole('heading', { name: 'Report: the run of 5 steps passed' }).waitFor();
  expect((await report(visit))?.trimEnd()).toBe(demoReport);
  await choose(visit, 'Format', 'JSON');
  expect(JSON.parse((await report(visit)) ?? '')).toMatchObject({ passed: true });
  await choose(visit, 'Format', 'JUnit XML');
  expect(await report(visit)).toMatch(/^<\?xml[\s\S]*<testcase name="extract"/);
  const download = visit.page.waitForEvent('download');
  await visit.press('Download report.xml');
  expect((await download).suggestedFilename()).toBe('report.xml');
  await visit.end();
});

test('a failing step fails the run, and fail-fast decides what is skipped', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await visit.tab('Report');
  await visit.page.getByRole('heading', { name: 'Report: the run of 4 steps failed' }).waitFor();
  expect(await report(visit)).toMatch(/\[SKIPPED\] count/);
  await visit.page.getByRole('checkbox', { name: /^Fail-fast/ }).uncheck();
  await expect.poll(() => report(visit)).toMatch(/\[SUCCESS\] count/);
  expect(await report(visit)).toMatch(/\[SKIPPED\] report/);
  await visit.end();
});

test('retries are counted as attempts', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.tab('Report');
  expect(await report(visit)).toMatch(/\[SUCCESS\] browser tests \(2 attempt\(s\), 8400ms\)/);
  await visit.end();
});

test('fail-fast and continuing stand one above the other, and what differs is said', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.tab('Fail-fast or continue');
  await part(visit)
    .getByText(/^No step fails, so both runs are the same/)
    .waitFor();
  await make(visit, 'clean', 'always fails');
  await part(visit)
    .getByText(/^After 'clean' has failed, fail-fast gives up 'count'\. Continuing still runs it/)
    .waitFor();
  const after = part(visit).getByRole('group', { name: 'Continue on error', exact: true });
  await after.getByRole('button', { name: /^count succeeded: attempt 1.*, differs$/ }).waitFor();
  const before = part(visit).getByRole('group', { name: 'Fail-fast', exact: true });
  expect(await before.getByRole('button', { name: /^count/ }).count()).toBe(0);
  await visit.end();
});

test('tier by tier is compared with true readiness', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.tab('Tiers or readiness');
  await part(visit)
    .getByText(/one worker takes one step after another either way/)
    .waitFor();
  await choose(visit, 'Workers', '4');
  await part(visit)
    .getByText(/^Tier by tier takes [\d.]+ s, true readiness [\d.]+ s: /)
    .waitFor();
  await visit.end();
});

test("the decision tree lights a step's way as the run goes, and its leaves list who ended there", async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await visit.tab('Retry or skip');
  await visit.press('Run');
  const tree = part(visit).getByRole('list', { name: "Decisions for 'clean'" });
  const asked = tree.locator('[aria-current=step]');
  await expect.poll(() => asked.textContent()).toContain('Do all its dependencies let it run?');
  await visit.press('Last event');
  await expect.poll(() => asked.textContent()).toMatch(/May it try again\?[\s\S]*FAILED\s*clean/);
  const skipped = tree.getByRole('listitem').filter({ hasText: 'SKIPPED with the rest' });
  expect(await skipped.textContent()).toContain('count');
  await visit.end();
});

test('the same failure ends differently by the rules of other engines, and why is said', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await visit.tab('Compare rules');
  const table = part(visit).getByRole('table', { name: "Final states by each engine's rules" });
  await table.waitFor();
  const head = await table.getByRole('columnheader').allInnerTexts();
  expect(head).toEqual([
    'Step',
    'The course',
    'GitHub Actions',
    'GitLab CI/CD',
    'Apache Airflow',
    'Argo Workflows',
  ]);
  const count = table
    .getByRole('row')
    .filter({ has: visit.page.getByRole('rowheader', { name: 'count' }) });
  const cells = await count.getByRole('cell').allInnerTexts();
  expect(cells.map((cell) => cell.trim())).toEqual([
    'SKIPPED',
    'success 1×',
    'success 1×',
    'skipped',
    'not started',
  ]);
  await part(visit).getByText('Why: the rules, and where they are documented').click();
  await part(visit)
    .getByText(/^https:\/\/docs\.github\.com/)
    .first()
    .waitFor();
  await part(visit).getByText('Disputed or left open:').first().waitFor();
  expect(visit.requests.filter((url) => !url.startsWith(visit.url))).toEqual([]);
  await visit.end();
});

test('by the rules of another engine the run is another one', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'fails once, then works');
  await visit.tab('Report');
  await visit.page.getByRole('heading', { name: 'Report: the run of 4 steps passed' }).waitFor();
  await choose(visit, 'By the rules of', 'GitHub Actions');
  await visit.page.getByRole('heading', { name: 'Report: the run of 4 steps failed' }).waitFor();
  await visit.end();
});

test('waits for another attempt are seen in the timeline', async () => {
  const visit = await Visit.to();
  await make(visit, 'extract', 'fails twice, then works');
  await choose(visit, 'Wait before a retry', '1 s, 2 s, 4 s, …');
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

test('a pipeline with a cycle says why it cannot run, in the figure and below', async () => {
  const visit = await Visit.to();
  await visit.press('Break it');
  await visit.press('Run');
  await sentence(visit, /^This pipeline cannot run\. /);
  expect(await visit.position()).toBe('event 1 of 1');
  await visit.tab('Report');
  await visit.page.getByRole('heading', { name: 'This pipeline cannot run' }).waitFor();
  await visit.end();
});

test('an empty pipeline has a report, and nothing else to run', async () => {
  const visit = await Visit.to();
  await visit.sample('Empty pipeline');
  await visit.tab('Timeline');
  await part(visit).getByText('There is nothing to run before the pipeline has a step.').waitFor();
  await visit.tab('Report');
  await visit.page.getByRole('heading', { name: 'Report: the run of 0 steps passed' }).waitFor();
  await visit.end();
});

test('a large pipeline is run beside the page, and says so', async () => {
  const visit = await Visit.to();
  const steps = Array.from({ length: 6000 }, (_, at) => ({ name: `step ${at}` }));
  const buffer = Buffer.from(JSON.stringify({ name: 'large', steps }));
  const file = { name: 'large.json', mimeType: 'application/json', buffer };
  await visit.page.getByLabel('Pipeline file').setInputFiles(file);
  await visit.page.getByRole('heading', { name: 'large' }).waitFor();
  await visit.button('Cancel').waitFor({ state: 'hidden' });
  await visit.press('Run');
  await sentence(visit, /^With 6,000 steps this pipeline is too large to watch its run/);
  await visit.tab('Report');
  await visit.press('Run it');
  await visit.page
    .getByRole('heading', { name: 'Report: the run of 6,000 steps passed' })
    .waitFor();
  await visit.page.getByText(/^And 5,\d\d\d more lines/).waitFor();
  await visit.end();
});

test.each(['light', 'dark'] as const)(
  'every view of a run is free of axe findings, %s',
  async (colorScheme) => {
    const visit = await Visit.to({ colorScheme });
    await visit.sample('CI pipeline');
    await make(visit, 'lint', 'fails once, then works');
    await make(visit, 'scan', 'takes 40 s');
    await choose(visit, 'Wait before a retry', '1 s each time');
    await choose(visit, 'Workers', '2');
    await visit.press('Run');
    await visit.press('Last event');
    const tabs = part(visit).getByRole('tab');
    for (const name of await tabs.allInnerTexts()) {
      await visit.tab(name);
      await part(visit).getByRole('tabpanel', { name, exact: true }).waitFor();
      expect(await axeFindings(visit.page), name).toEqual([]);
    }
    await visit.end();
  },
  // Fourteen looks of axe.
  120_000,
);
