import { expect, test } from 'vitest';
import { linkOf } from '../../web/src/formats/link';
import { axeFindings } from './axe';
import { choose, make, openSteps, part, report, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

const demoReport = `Pipeline PASSED
  [SUCCESS] extract (1 attempt(s), 0ms)
  [SUCCESS] validate (1 attempt(s), 0ms)
  [SUCCESS] transform (1 attempt(s), 0ms)
  [SUCCESS] load (1 attempt(s), 0ms)
  [SUCCESS] notify (1 attempt(s), 0ms)
Total: 1ms`;

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
  expect(await visit.settled()).toEqual(['extract']);
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

test('while a run is shown, all around the figure speaks of the run', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await visit.press('Run');
  await sentence(visit, /^The order is found; now it is run\. Press Step forward/);
  const table = visit.page.getByRole('table', { name: 'Statuses' });
  const head = await table.getByRole('columnheader').allInnerTexts();
  expect(head).toEqual(['Step', 'Attempts', 'Waits for', 'State']);
  const legend = visit.page.getByRole('list', { name: 'Legend' });
  expect(await legend.textContent()).toMatch(/dependencies not settled[\s\S]*settled/);
  const [shown = ''] = await visit.page.getByRole('main').allInnerTexts();
  const figure = shown.split('Timeline')[0];
  expect(figure).not.toMatch(/in-degree|Kahn/i);
  expect(await visit.step('report').getAttribute('aria-label')).toContain('waiting, waits for 2');
  const row = table.getByRole('row').filter({ hasText: 'clean' });
  await visit.press('Step forward', 4);
  expect(await row.getByRole('cell').allInnerTexts()).toEqual([
    'clean',
    '1',
    '0',
    'attempt failed',
  ]);
  // What an attempt's end means for its step is the next event.
  expect(await visit.step('clean').getAttribute('aria-label')).toContain('attempt failed');
  await visit.press('Step forward');
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['clean', '1', '0', 'failed, 1×']);
  expect(await visit.step('clean').getAttribute('aria-label')).toContain('failed, 1×');
  await visit.press('Trace');
  await visit.page.getByRole('table', { name: 'In-degrees' }).waitFor();
  await sentence(visit, /Which step may go first\?/);
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
  await expect.poll(() => visit.position()).toBe('event 1 of 12');
  await visit.press('Step forward', 4);
  expect(await visit.position()).toBe('event 5 of 12');
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('"run":4');
  await visit.page.reload();
  await visit.slider.waitFor();
  await expect.poll(() => visit.position()).toBe('event 5 of 12');
  expect(await visit.button('Run').getAttribute('aria-pressed')).toBe('true');
  await visit.end();
});

const jittered = {
  policy: 'gitlab',
  delay: { kind: 'exponential', base_ms: 500, jitter: 0.5, seed: 7 },
} as const;

async function chooseJittered(visit: Visit): Promise<void> {
  await choose(visit, 'By the rules of', 'GitLab CI/CD');
  await choose(visit, 'Wait before a retry', 'exponential');
  await choose(visit, 'First wait', '500 ms');
  await choose(visit, 'Jitter', 'up to 50 %');
  const seed = visit.page.getByRole('spinbutton', { name: 'Seed of chance' });
  await seed.fill('7');
  await seed.press('Enter');
}

const waits = (visit: Visit) =>
  part(visit)
    .getByRole('group', { name: 'Timeline', exact: true })
    .getByRole('button', { name: / waits: / })
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label')));

test('the rules chosen outlive a reload, and a link to the moment brings back the very same run', async () => {
  const visit = await Visit.to();
  await make(visit, 'extract', 'fails twice, then works');
  await chooseJittered(visit);
  await part(visit)
    .getByText('The waits are 250 ms to 500 ms, then 500 ms to 1 s, then 1 s to 2 s, …')
    .waitFor();
  await visit.press('Run');
  await expect.poll(() => visit.position()).toMatch(/^event 1 of /);
  await visit.press('Step forward', 3);
  const said = await visit.page.getByText(/^'extract' waits/).textContent();
  const bars = await waits(visit);
  expect(bars).toHaveLength(2);
  await expect.poll(async () => (await visit.kept()) as object).toMatchObject({ rules: jittered });
  await visit.page.reload();
  await visit.slider.waitFor();
  expect(await visit.position()).toMatch(/^event 4 of/);
  await sentence(visit, `${said}`);
  const seed = visit.page.getByRole('spinbutton', { name: 'Seed of chance' });
  expect(await seed.inputValue()).toBe('7');
  await expect.poll(() => waits(visit)).toEqual(bars);
  await visit.press('Share');
  const field = visit.page.getByRole('textbox', { name: 'Link', exact: true });
  await expect.poll(() => field.inputValue()).toContain('#v1.');
  const { hash } = new URL(await field.inputValue());
  await visit.end();

  const other = await Visit.to({ hash });
  await sentence(other, `${said}`);
  expect(await other.position()).toMatch(/^event 4 of/);
  expect(await waits(other)).toEqual(bars);
  await other.end();
});

test('another seed gives other waits, and the same one the same; undo takes it back', async () => {
  const visit = await Visit.to();
  await make(visit, 'extract', 'fails twice, then works');
  await chooseJittered(visit);
  const bars = await waits(visit);
  const seed = visit.page.getByRole('spinbutton', { name: 'Seed of chance' });
  await seed.fill('8');
  await seed.press('Enter');
  await expect.poll(() => waits(visit)).not.toEqual(bars);
  await seed.fill('7');
  await seed.press('Enter');
  await expect.poll(() => waits(visit)).toEqual(bars);
  await seed.fill('-1');
  await seed.press('Enter');
  await sentence(visit, '“-1” is no seed: it is a whole number from 0 to 999,999.');
  const undo = visit.page.getByRole('button', { name: 'Undo: change the wait before a retry' });
  for (let at = 0; at < 3; at += 1) await undo.click();
  await expect.poll(() => seed.inputValue()).toBe('1');
  await choose(visit, 'Wait before a retry', 'none');
  await expect.poll(() => waits(visit)).toEqual([]);
  await visit.end();
});

test("a shared run's rules go with it; going back brings back the learner's own", async () => {
  const visit = await Visit.to();
  await visit.press("Remove 'notify'");
  await choose(visit, 'By the rules of', 'Argo Workflows');
  const definition = { name: 'linked', steps: [{ name: 'a' }] };
  await visit.follow(await linkOf({ definition, mode: 'run', cursor: 0, rules: jittered }));
  const policy = visit.page.getByRole('combobox', { name: 'By the rules of' });
  await expect.poll(() => policy.inputValue()).toBe('gitlab');
  await visit.press('Keep mine');
  await expect.poll(() => policy.inputValue()).toBe('argo');
  await visit.end();
});

test('rules in a link that the page does not know cost a sentence, never the pipeline', async () => {
  const definition = { name: 'linked', steps: [{ name: 'a' }] };
  const rules = { policy: '<img src=x onerror=1>', delay: [{}], later: true };
  const visit = await Visit.to({
    hash: await linkOf({ definition, mode: 'run', cursor: 1, rules }),
  });
  await sentence(visit, /^The link asks for rules of a run that this page does not know\./);
  await sentence(visit, "'a' starts on worker 1: it depends on nothing.");
  const policy = visit.page.getByRole('combobox', { name: 'By the rules of' });
  expect(await policy.inputValue()).toBe('course');
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

test('a step is made to fail where it is clicked, in the picture', async () => {
  const visit = await Visit.to();
  await visit.step('validate').click();
  expect(await visit.button('Make it fail').count()).toBe(0);
  await visit.press('Run');
  await sentence(visit, /^The run begins/);
  await visit.press('Make it fail');
  const tools = visit.page.getByRole('group', { name: 'Edit the picture' });
  await tools.getByRole('button', { name: 'always fails' }).click();
  await sentence(visit, "'validate' now always fails.");
  await tools.getByRole('button', { name: 'always fails' }).waitFor({ state: 'hidden' });
  await visit.press('Last event');
  expect(await visit.step('validate').getAttribute('aria-label')).toContain('failed, 1×');
  // How the others fare is to be read as well.
  const seen = (name: string) =>
    visit.step(name).evaluate((button) => {
      let shown = 1;
      for (let at: Element | null = button; at; at = at.parentElement) {
        shown *= Number(getComputedStyle(at).opacity);
      }
      return shown;
    });
  expect(await seen('notify')).toBe(1);
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

test('for every step that ends otherwise, and for the run, the reasons are said when they are asked for', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'fails once, then works');
  await visit.tab('Compare rules');
  const table = part(visit).getByRole('table', { name: "Final states by each engine's rules" });
  const clean = table.getByRole('button', { name: 'clean', exact: true });
  expect(await clean.getAttribute('aria-expanded')).toBe('true');
  await table.getByText("GitHub Actions: 'clean' is FAILED: its only attempt failed.").waitFor();
  const report = table.getByRole('button', { name: 'report', exact: true });
  await report.click();
  expect(await clean.getAttribute('aria-expanded')).toBe('false');
  await table.getByText(/^GitHub Actions: 'report' is SKIPPED: it depends on 'clean'/).waitFor();
  await table.getByRole('button', { name: 'the whole run' }).click();
  await table.getByText(/The run FAILED/).waitFor();
  await table.getByText(/The run PASSED/).waitFor();
  expect(await table.getByRole('button', { name: 'fetch' }).count()).toBe(0);
  await visit.end();
});

test('of very many steps those that end otherwise are compared first', async () => {
  const flaky = { name: 'flaky', max_retries: 2, action: { fails: 1 } };
  const steps = [...Array.from({ length: 250 }, (_, at) => ({ name: `step ${at}` })), flaky];
  const stored = JSON.stringify({ version: 1, definition: { steps } });
  const visit = await Visit.to({ stored });
  await visit.tab('Compare rules');
  const table = part(visit).getByRole('table', { name: "Final states by each engine's rules" });
  const first = table.getByRole('row').nth(1);
  await first.getByRole('button', { name: 'flaky', expanded: true }).waitFor();
  expect(await first.textContent()).toMatch(/SUCCESS\s+2×\s*failure\s+1×/);
  await part(visit).getByText('And 51 more steps.').waitFor();
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
  await part(visit).getByText('GitHub Actions: the rules in words').click();
  await part(visit)
    .getByText(/^A job is not retried by itself\./)
    .waitFor();
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

test('a large pipeline is run beside the page, and followed like any other', async () => {
  const visit = await Visit.to();
  await openSteps(visit, 6000);
  await visit.press('Run');
  await sentence(visit, /^The run begins\. Steps: 6000\./);
  expect(await visit.position()).toBe('event 1 of 12,002');
  await visit.press('Step forward', 2);
  await sentence(visit, "'step 0' succeeds at the first attempt.");
  await visit.slider.fill('12001');
  await sentence(visit, 'The run PASSED: every step succeeded.');
  await visit.press('Step back', 2);
  await sentence(visit, "'step 5999' starts on worker 1: it depends on nothing.");
  await visit.tab('Timeline');
  await part(visit)
    .getByText(/^\s*This pipeline is large: press Run above the figure/)
    .waitFor();
  await choose(visit, 'Workers', '4');
  await visit.button('Cancel').waitFor({ state: 'hidden' });
  await visit.press('First event');
  await visit.press('Step forward', 4);
  await sentence(visit, "'step 3' starts on worker 4: it depends on nothing.");
  await expect.poll(async () => JSON.stringify(await visit.kept())).toContain('"run":4');
  await visit.page.reload();
  await sentence(visit, "'step 3' starts on worker 4: it depends on nothing.");
  expect(await visit.position()).toBe('event 5 of 12,002');
  await visit.tab('Report');
  await visit.press('Run it');
  await visit.page
    .getByRole('heading', { name: 'Report: the run of 6,000 steps passed' })
    .waitFor();
  await visit.page.getByText(/^And 5,\d\d\d more lines/).waitFor();
  await visit.end();
});

test('too large to be followed, a pipeline is run beside the page by the rules that are chosen', async () => {
  const visit = await Visit.to();
  await openSteps(visit, 21_000, { max_retries: 1, action: { fails: 1 } });
  const title = (outcome: string) =>
    visit.page.getByRole('heading', { name: `Report: the run of 21,000 steps ${outcome}` });
  await visit.tab('Report');
  await visit.press('Run it');
  await title('failed').waitFor();
  expect(await report(visit)).toMatch(
    /\[FAILED \] step 0 \(1 attempt\(s\), 0ms\)\n.*SKIPPED\] step 1 /,
  );
  await choose(visit, 'By the rules of', 'GitLab CI/CD');
  // What was told went by other rules.
  await title('failed').waitFor({ state: 'hidden' });
  await choose(visit, 'Wait before a retry', 'constant');
  await choose(visit, 'First wait', '5 s');
  await choose(visit, 'Workers', '4');
  await visit.button('Cancel').waitFor({ state: 'hidden' });
  await visit.press('Run it');
  await title('passed').waitFor();
  expect(await report(visit)).toMatch(
    /SUCCESS\] step 0 \(2 attempt\(s\), 5000ms\)\n.*SUCCESS\] step 1 /,
  );
  await visit.end();
});

test('every view of a run is free of axe findings', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await make(visit, 'lint', 'fails once, then works');
  await make(visit, 'scan', 'takes 40 s');
  await choose(visit, 'Wait before a retry', 'constant');
  await choose(visit, 'Jitter', 'up to 25 %');
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
}, 120_000);
