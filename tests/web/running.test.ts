import { expect, test } from 'vitest';
import { linkOf } from '../../web/src/formats/link';
import { axeFindings } from './axe';
import { choose, make, part, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

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
  // The table follows when the picture has been painted.
  const cells = () => row.getByRole('cell').allInnerTexts();
  await expect.poll(cells).toEqual(['clean', '1', '0', 'attempt failed']);
  // What an attempt's end means for its step is the next event.
  expect(await visit.step('clean').getAttribute('aria-label')).toContain('attempt failed');
  await visit.press('Step forward');
  await expect.poll(cells).toEqual(['clean', '1', '0', 'failed, 1×']);
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
  await visit.reload();
  await expect.poll(() => visit.position()).toBe('event 5 of 12');
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
