import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const saved = (definition: unknown) => JSON.stringify({ version: 1, definition, cursor: 0 });
const focused = (visit: Visit) =>
  visit.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim().replace(/\s+/g, ' ');
  });

test('an unknown dependency is mended by a button: create the step, or remove the dependency', async () => {
  const visit = await Visit.to();
  await visit.sample('Unknown dependency');
  await visit.press("Create step 'preheat'");
  expect(await visit.problems()).toEqual([]);
  expect(await visit.field('Name of step 4').inputValue()).toBe('preheat');
  await visit.page.getByText("Done: add 'preheat'.").waitFor();
  expect(await focused(visit)).toBe('Problems (0)');
  await visit.press("Undo: add 'preheat'");
  expect(await visit.problems()).toHaveLength(1);
  await visit.press('Remove this dependency');
  expect(await visit.button("Depends on, 'bake': mix").count()).toBe(1);
  await visit.end();
});

test('a mend by keyboard leaves the keyboard at the next problem', async () => {
  const definition = {
    steps: [
      { name: 'goat', max_retries: 0 },
      { name: 'b', depends_on: ['ghoat'], timeout_ms: 0 },
    ],
  };
  const visit = await Visit.to({ stored: saved(definition) });
  await visit.button('Set max_retries to 1').focus();
  await visit.page.keyboard.press('Enter');
  expect(await focused(visit)).toMatch(/^error: Step 'b': timeout_ms/);
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  expect(await visit.field("Timeout in ms, 'b'").inputValue()).toBe('30000');
  await visit.page
    .getByRole('button', { name: "Change it to 'goat'", description: /unknown step 'ghoat'/ })
    .click();
  expect(await visit.problems()).toEqual([]);
  expect(await visit.button("Depends on, 'b': goat").count()).toBe(1);
  await visit.end();
});

test('a makeshift name is where the keyboard goes, for a better one', async () => {
  const visit = await Visit.to({ stored: saved({ steps: [{ name: 'load' }, { name: 'load' }] }) });
  await visit.press("Rename the second 'load'");
  expect(await focused(visit)).toBe('Name of step 2');
  expect(await visit.field('Name of step 2').inputValue()).toBe('load 2');
  await visit.press("Undo: rename the second 'load'");
  expect(await visit.field('Name of step 2').inputValue()).toBe('load');
  await visit.end();
});

test('a cycle is opened where the list says that it closes', async () => {
  const visit = await Visit.to();
  await visit.sample('Two-step cycle');
  await visit.press("Remove 'egg' from what 'chicken' depends on");
  expect(await visit.problems()).toEqual([]);
  await visit.press('Last event');
  expect(await visit.order()).toEqual(['chicken', 'egg']);
  await visit.end();
});

test('hundreds of problems each have their mends, at 320 pixels too', async () => {
  const steps = Array.from({ length: 200 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: [`stepp ${at}`],
  }));
  const visit = await Visit.to({
    stored: saved({ steps }),
    viewport: { width: 320, height: 700 },
  });
  const first = visit.page.getByRole('listitem').filter({ hasText: "'step 0' depends" });
  await first.getByRole('button', { name: 'Remove this dependency' }).click();
  await visit.page.getByRole('heading', { name: 'Problems (199)' }).waitFor();
  const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await visit.end();
});
