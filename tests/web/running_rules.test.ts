import { expect, test } from 'vitest';
import { linkOf } from '../../web/src/formats/link';
import { axeFindings } from './axe';
import { choose, make, part, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

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
    .getByText(
      'The waits are 250 ms to 500 ms, then 500 ms to 1 s, then 1 s to 2 s, … Jitter shortens',
    )
    .waitFor();
  await visit.press('Run');
  await expect.poll(() => visit.position()).toMatch(/^event 1 of /);
  await visit.press('Step forward', 3);
  const said = await visit.page.getByText(/^'extract' waits/).textContent();
  const bars = await waits(visit);
  expect(bars).toHaveLength(2);
  await expect.poll(async () => (await visit.kept()) as object).toMatchObject({ rules: jittered });
  await visit.reload();
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

test('where there is little room the rules are folded, and the timeline is seen beside the controls', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 844 } });
  await visit.sample('CI pipeline');
  await visit.press('Run');
  await sentence(visit, /^The run begins/);
  const timeline = part(visit).getByRole('group', { name: 'Timeline', exact: true });
  await part(visit).scrollIntoViewIfNeeded();
  await timeline.waitFor();
  const top = async () => {
    await part(visit)
      .getByRole('heading', { name: 'Run', exact: true })
      .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    const [lanes, controls] = await Promise.all([
      timeline.boundingBox(),
      visit.page
        .getByText(/^The run begins/)
        .first()
        .boundingBox(),
    ]);
    return lanes && controls && lanes.y + lanes.height <= controls.y;
  };
  await expect.poll(top).toBe(true);
  const workers = visit.page.getByRole('combobox', { name: 'Workers' });
  expect(await workers.isVisible()).toBe(false);
  await part(visit).getByText('Rules: The course, 1 worker, fail-fast').click();
  await choose(visit, 'Workers', '4');
  await choose(visit, 'Wait before a retry', 'constant');
  await part(visit).getByText('Rules: The course, 4 workers, fail-fast, first wait 1 s').click();
  await workers.waitFor({ state: 'hidden' });
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.end();
});

test('rules that know no fail-fast say so, where it is chosen and where it is compared', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await choose(visit, 'By the rules of', 'GitLab CI/CD');
  await visit.page.getByRole('checkbox', { name: 'Fail-fast: GitLab CI/CD ignores it' }).waitFor();
  await part(visit).getByText('Rules: GitLab CI/CD, 1 worker', { exact: true }).waitFor();
  await visit.tab('Fail-fast or continue');
  await part(visit)
    .getByText("although 'clean' fails: GitLab CI/CD ignores the file's fail_fast.")
    .waitFor();
  await choose(visit, 'By the rules of', 'Argo Workflows');
  await visit.page.getByRole('checkbox', { name: 'Fail-fast: a failure stops the rest' }).waitFor();
  await visit.end();
});
