import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

test('"Break it" closes a cycle and shows the stall in one click, "Mend it" takes it away', async () => {
  const visit = await Visit.to();
  await visit.press('Break it');
  await visit.page.getByText('Stalled: the queue is empty').first().waitFor();
  expect((await visit.inDegrees()).map(([, , , state]) => state)).toEqual(
    Array.from({ length: 5 }, () => 'on a cycle'),
  );
  await visit.page.getByText('extract → validate → transform → load → notify → extract').waitFor();
  expect(await visit.button("Depends on, 'extract': notify").count()).toBe(1);
  await visit.press('Mend it');
  expect(await visit.button("Depends on, 'extract': nothing").count()).toBe(1);
  expect(await visit.position()).toBe('event 1 of 16');
  await visit.button('Break it').waitFor();
  await visit.end();
});

test('steps on the cycle and steps behind it are told apart', async () => {
  const visit = await Visit.to();
  await visit.sample('Tail behind a cycle');
  await visit.press('Last event');
  expect((await visit.inDegrees()).map(([name, , , state]) => `${name}: ${state}`)).toEqual([
    'order stock: 1st in order',
    'pack: on a cycle',
    'weigh: on a cycle',
    'label: on a cycle',
    'ship: behind a cycle',
    'invoice: behind a cycle',
  ]);
  await visit.page.getByText('ship, invoice', { exact: true }).waitFor();
  await visit.page.getByText('pack → weigh → label → pack').waitFor();
  await visit.end();
});

test('the cycle is a problem that leads to the dependencies that close it', async () => {
  const visit = await Visit.to();
  await visit.press('Break it');
  expect(await visit.problems()).toEqual([expect.stringMatching(/^error: Cyclic dependency/)]);
  await visit.page.getByRole('button', { name: /Cyclic dependency/ }).click();
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('group', { name: "'extract' depends on" }).waitFor();
  await visit.end();
});

test("a sample's own cycle can be mended and broken again", async () => {
  const visit = await Visit.to();
  for (const title of ['Self-dependency', 'Two-step cycle', 'Tail behind a cycle']) {
    await visit.sample(title);
    await visit.press('Mend it');
    expect(await visit.problems()).toEqual([]);
    await visit.press('Break it');
    await visit.page.getByText('Stalled:').first().waitFor();
  }
  await visit.end();
});

test('breaking is one edit to undo', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward', 4);
  await visit.press('Break it');
  await visit.press('Undo: break it');
  expect(await visit.position()).toBe('event 5 of 16');
  await visit.end();
});
