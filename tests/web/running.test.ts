import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const demoReport = `Pipeline PASSED
  [SUCCESS] extract (1 attempt(s), 0ms)
  [SUCCESS] validate (1 attempt(s), 0ms)
  [SUCCESS] transform (1 attempt(s), 0ms)
  [SUCCESS] load (1 attempt(s), 0ms)
  [SUCCESS] notify (1 attempt(s), 0ms)
Total: 1ms`;

test("running the demo shows the course's report, word for word", async () => {
  const visit = await Visit.to();
  await visit.press('Run');
  await visit.page.getByRole('heading', { name: 'Report: the run of 5 steps passed' }).waitFor();
  const report = await visit.page
    .getByRole('region', { name: 'Report', exact: true })
    .textContent();
  expect(report?.trimEnd()).toBe(demoReport);
  await visit.end();
});

test('a failing step fails the run, and fail-fast decides what is skipped', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.press(/^Action, 'clean'/);
  await visit.field("Failing attempts first, 'clean'").fill('always');
  await visit.field("Error message, 'clean'").fill('bad name');
  await visit.press('Run');
  await visit.page.getByRole('heading', { name: 'Report: the run of 4 steps failed' }).waitFor();
  const report = visit.page.getByRole('region', { name: 'Report', exact: true });
  expect(await report.textContent()).toMatch(/\[SKIPPED\] count/);
  await visit.page.getByRole('checkbox', { name: /^Fail-fast/ }).uncheck();
  await visit.page.getByText('The pipeline has changed since its last run.').waitFor();
  expect(await report.count()).toBe(0);
  await visit.press('Run');
  expect(await report.textContent()).toMatch(/\[SUCCESS\] count/);
  expect(await report.textContent()).toMatch(/\[SKIPPED\] report/);
  await visit.end();
});

test('retries are counted as attempts', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.press('Run');
  const report = await visit.page
    .getByRole('region', { name: 'Report', exact: true })
    .textContent();
  expect(report).toMatch(/\[SUCCESS\] browser tests \(2 attempt\(s\), 8400ms\)/);
  await visit.end();
});

test('a pipeline with errors says why it cannot run', async () => {
  const visit = await Visit.to();
  await visit.press('Break it');
  await visit.press('Run');
  await visit.page.getByRole('heading', { name: 'This pipeline cannot run' }).waitFor();
  await visit.end();
});

test('an empty pipeline passes', async () => {
  const visit = await Visit.to();
  await visit.sample('Empty pipeline');
  await visit.press('Run');
  await visit.page.getByRole('heading', { name: 'Report: the run of 0 steps passed' }).waitFor();
  await visit.end();
});
