import { expect, test } from 'vitest';
import { make, openSteps, part, sentence } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

const lines = (visit: Visit) =>
  part(visit).getByRole('group', { name: 'Events of the run' }).getByRole('button');
const current = (visit: Visit) => lines(visit).and(visit.page.locator('[aria-current=step]'));

test('every event of a run is a line with its number, its time and its sentence, and leads there', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  await visit.tab('Events');
  await part(visit).getByText('34 events', { exact: true }).waitFor();
  expect(await lines(visit).first().textContent()).toMatch(/^\s*1\s+run begins\s+0 ms\s+The run/);
  expect(await current(visit).count()).toBe(0);
  const [text = ''] = await lines(visit).filter({ hasText: "'install' starts" }).allInnerTexts();
  expect(text.split('\n').map((word) => word.trim())).toEqual([
    '4',
    'starts',
    '300 ms',
    "'install' starts on worker 1: everything that it depends on has succeeded.",
  ]);
  await lines(visit).nth(3).click();
  await sentence(visit, /^The order is found; now it is run/);
  expect(await visit.position()).toBe('event 4 of 34');
  expect(await visit.step('install').getAttribute('aria-label')).toContain('install: running');
  expect(await current(visit).textContent()).toContain("'install' starts on worker 1");
  await visit.press('Step forward');
  await expect.poll(() => current(visit).textContent()).toContain("'install' succeeds");
  await visit.end();
});

test("a run's events can be narrowed to a kind and to a step, those that follow from it among them", async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await visit.tab('Events');
  const which = part(visit).getByRole('group', { name: 'Which events' });
  const told = which.getByRole('status');
  await which.getByRole('combobox', { name: 'Kind' }).selectOption('SKIPPED');
  await expect.poll(() => told.textContent()).toBe('2 of 10 events');
  await which.getByRole('combobox', { name: 'Kind' }).selectOption('every kind');
  await which.getByRole('combobox', { name: 'Step', exact: true }).fill('clean');
  await expect.poll(() => told.textContent()).toBe('6 of 10 events');
  expect(await lines(visit).allInnerTexts()).toContainEqual(
    expect.stringContaining("'count' is SKIPPED: 'clean' failed"),
  );
  // Another run has other events.
  await visit.page.getByRole('checkbox', { name: /^Fail-fast/ }).uncheck();
  await expect.poll(() => told.textContent()).toBe('4 of 10 events');
  await visit.end();
});

test('on a narrow screen, where lines are higher, the event shown is in sight as well', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 844 } });
  await visit.sample('CI pipeline');
  await visit.press('Run');
  await sentence(visit, /^The run begins/);
  await visit.slider.fill('24');
  await part(visit).scrollIntoViewIfNeeded();
  await visit.tab('Events');
  const list = part(visit).getByRole('group', { name: 'Events of the run' });
  const isSeen = async () => {
    const [line, room] = await Promise.all([current(visit).boundingBox(), list.boundingBox()]);
    return line && room && line.y >= room.y && line.y + line.height <= room.y + room.height;
  };
  await expect.poll(isSeen).toBe(true);
  await visit.end();
});

test('of the forty thousand events of twenty thousand steps only those in sight are drawn', async () => {
  const visit = await Visit.to();
  await openSteps(visit, 20_000);
  await visit.tab('Events');
  await part(visit)
    .getByText(/^\s*This pipeline is large: press Run above the figure/)
    .waitFor();
  await visit.press('Run');
  await part(visit).getByText('40,002 events', { exact: true }).waitFor();
  expect(await lines(visit).count()).toBeLessThan(60);
  await visit.press('Last event');
  await lines(visit).filter({ hasText: 'The run PASSED: every step succeeded.' }).waitFor();
  await expect.poll(() => current(visit).textContent()).toMatch(/^\s*40,002\s/);
  await current(visit).focus();
  await visit.page.keyboard.press('ArrowUp');
  await visit.page.keyboard.press('Enter');
  await sentence(visit, "'step 19999' succeeds at the first attempt.");
  expect(await visit.position()).toBe('event 40,001 of 40,002');
  await visit.end();
});
