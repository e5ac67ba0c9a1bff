import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const saved = (definition: unknown) => JSON.stringify({ version: 1, definition, cursor: 0 });

test('names, outputs and errors with markup are text', async () => {
  const markup = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
  const definition = {
    name: markup,
    [markup]: markup,
    steps: [
      { name: markup, action: { output: markup, fails: 'always', error: markup } },
      { name: `${markup}2`, depends_on: [markup, `ghost ${markup}`], [markup]: 1 },
      { name: "';alert(1)`--", depends_on: [markup] },
      { name: '__proto__', depends_on: ['constructor'] },
      { name: 'constructor' },
    ],
  };
  const visit = await Visit.to({ stored: saved(definition) });
  await visit.press(/^Depends on, '__proto__'/);
  await visit.press('Run');
  expect((await visit.problems()).length).toBeGreaterThan(0);
  await visit.press(/^Depends on, '<img.*2'/);
  await visit.page.getByRole('checkbox', { name: /no such step/ }).click();
  await visit.page.getByRole('group', { name: /^Graph of <img/ }).waitFor();
  await visit.press('Break it');
  await visit.press('Run');
  expect(await visit.page.evaluate(() => 'broken' in window)).toBe(false);
  await visit.end();
});

test('invisible, reversed, endless and foreign names do not break the page', async () => {
  const names = [
    '\u202Eevil',
    'a\u0000b',
    ' ',
    '步骤',
    '🚀'.repeat(50),
    'x'.repeat(100_000),
    '\uD800',
  ];
  const steps = names.map((name, at) => ({ name, depends_on: names.slice(0, at).slice(-1) }));
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 320, height: 700 },
  ]) {
    const visit = await Visit.to({ stored: saved({ steps }), viewport });
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(viewport.width);
    await expect.poll(async () => (await visit.problems()).length).toBeGreaterThan(0);
    await visit.end();
  }
});

test('wrong types anywhere in a restored pipeline are shown and reported', async () => {
  const definition = {
    name: 7,
    fail_fast: 'yes',
    workers: [],
    steps: [
      { name: 'a', max_retries: [1], timeout_ms: null, action: { fails: {}, output: 5 }, run: 3 },
    ],
  };
  const visit = await Visit.to({ stored: saved(definition) });
  expect(await visit.field("Max attempts, 'a'").inputValue()).toBe('[1]');
  expect((await visit.problems()).length).toBeGreaterThanOrEqual(7);
  await visit.press('Run');
  await visit.end();
});

test('five thousand steps can be stepped through, scrubbed and edited', async () => {
  const steps = Array.from({ length: 5000 }, (_, at) => ({
    name: `step ${at}`,
    depends_on:
      at === 0 ? [] : [`step ${at - 1}`, `step ${Math.floor(at / 2)}`].slice(0, (at % 2) + 1),
  }));
  const visit = await Visit.to({ stored: saved({ steps }) });
  await visit.page.getByRole('table', { name: 'In-degrees' }).waitFor();
  await visit.press('Step forward', 3);
  expect(await visit.position()).toMatch(/^event 4 of /);
  await visit.press('Last event');
  await visit.page.getByText('Sorted: all 5000 steps').first().waitFor();
  await visit.page
    .getByRole('group', { name: 'Steps, 5,000 of them' })
    .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await visit.field('Name of step 5000').fill('renamed');
  await visit.press(/^Undo/);
  await expect.poll(() => visit.field('Name of step 5000').inputValue()).toBe('step 4999');
  await visit.end();
});
