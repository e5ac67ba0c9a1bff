import { expect, test } from 'vitest';
import { choose, make, part, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

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

test('on a narrow screen what was done, taking it back and closing it stand side by side', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 844 } });
  await make(visit, 'load', 'fails twice, then works');
  const undo = await visit.page
    .getByRole('status')
    .getByRole('button', { name: 'Undo' })
    .boundingBox();
  const close = await visit.button('Close this message').boundingBox();
  expect(Math.abs((undo?.y ?? 0) - (close?.y ?? 99))).toBeLessThan(20);
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
  await after.getByRole('button', { name: /^count succeeded/ }).click();
  expect(await visit.step('count').getAttribute('aria-pressed')).toBe('true');
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

/** Two chains; the step that fails first comes last in the order. */
const twoFail = {
  name: 'two fail',
  workers: 2,
  steps: [
    { name: 'slow', action: { duration_ms: 900, fails: 'always' } },
    { name: 'quick', action: { duration_ms: 100, fails: 'always' } },
    { name: 'after', depends_on: ['slow'] },
    { name: 'apart', action: { duration_ms: 100 } },
    { name: 'last', depends_on: ['apart', 'quick'] },
  ],
};
const stored = JSON.stringify({ version: 1, definition: twoFail });

test('of several failures the first in time is the one that fail-fast follows from', async () => {
  const visit = await Visit.to({ stored });
  await visit.tab('Fail-fast or continue');
  await part(visit)
    .getByText(/^After 'quick' has failed, fail-fast gives up 'apart'\./)
    .waitFor();
  await visit.end();
});

test('why a run passes although a step failed is said where it fails otherwise', async () => {
  const visit = await Visit.to({ stored });
  await choose(visit, 'By the rules of', 'Apache Airflow');
  await visit.tab('Fail-fast or continue');
  await part(visit)
    .getByText(
      / Fail-fast: The run PASSED all the same, for only steps on which none depends count/,
    )
    .waitFor();
  await visit.end();
});

test('where a failure comes at another moment, that is named as the reason for another makespan', async () => {
  const visit = await Visit.to({ stored });
  await visit.tab('Workers');
  const moment = /a failure comes at another moment(?: on more workers)?, so that other attempts/i;
  await part(visit).getByText(moment).waitFor();
  await visit.end();
});

test("in the picture a state's icon and its words stand apart, whatever the words", async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await make(visit, 'lint', 'fails once, then works');
  await make(visit, 'unit tests', 'takes 40 s');
  await visit.press('Run');
  await sentence(visit, /^The run begins/);
  await visit.press('Last event');
  for (const [name, words] of [
    ['checkout', 'succeeded'],
    ['lint', 'at attempt 2'],
    ['scan', 'skipped'],
    ['unit tests', 'timed out'],
  ] as const) {
    const gap = await visit.step(name).evaluate((button, words) => {
      const texts = [...(button.parentElement?.querySelectorAll('text') ?? [])];
      const text = texts.find(({ textContent }) => textContent === words);
      const icon = text?.previousElementSibling?.getBoundingClientRect();
      return (text?.getBoundingClientRect().left ?? 0) - (icon?.right ?? 0);
    }, words);
    expect(gap, words).toBeGreaterThan(2);
    expect(gap, words).toBeLessThan(8);
  }
  await visit.end();
});

test('of more steps than are offered by name the one that is chosen is named all the same', async () => {
  const steps = Array.from({ length: 400 }, (_, at) => ({ name: `step ${at}` }));
  const visit = await Visit.to({ stored: JSON.stringify({ version: 1, definition: { steps } }) });
  const field = visit.page.getByRole('combobox', { name: 'Make it fail', exact: true });
  await field.scrollIntoViewIfNeeded();
  await visit.step('step 350').dispatchEvent('click');
  await visit.press('always fails');
  await sentence(visit, "'step 350' now always fails.");
  expect(
    await field.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text),
  ).toBe('step 350');
  await visit.end();
});
