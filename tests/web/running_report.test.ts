import { expect, test } from 'vitest';
import { choose, make, report } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

const demoReport = `Pipeline PASSED
  [SUCCESS] extract (1 attempt(s), 0ms)
  [SUCCESS] validate (1 attempt(s), 0ms)
  [SUCCESS] transform (1 attempt(s), 0ms)
  [SUCCESS] load (1 attempt(s), 0ms)
  [SUCCESS] notify (1 attempt(s), 0ms)
Total: 1ms`;

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
