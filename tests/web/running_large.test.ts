import { expect, test } from 'vitest';
import { choose, openSteps, part, report, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

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
  await choose(visit, 'Format', 'JUnit XML');
  await expect.poll(() => report(visit)).toMatch(/^<\?xml[\s\S]*<testcase name="step 0"/);
  await visit.button('Download report.xml').waitFor();
  await choose(visit, 'Format', 'JSON');
  await expect.poll(() => report(visit)).toMatch(/^{\s+"passed": true,/);
  await visit.end();
});
