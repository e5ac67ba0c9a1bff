/** What holds for every panel under "Look closer". */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { useBrowser, Visit } from './visit';

useBrowser();

const tabs = (visit: Visit) =>
  visit.page.getByRole('tablist', { name: 'Look closer' }).getByRole('tab');
const panel = (visit: Visit, name: string) =>
  visit.page.getByRole('tabpanel', { name, exact: true });
/** With what is in the shadows. */
const textOf = (visit: Visit, name: string) =>
  panel(visit, name).evaluate((it) => {
    const within = (node: Node): string =>
      node instanceof Text
        ? node.data
        : [...((node as Element).shadowRoot ?? node).childNodes].map(within).join('');
    return within(it).replaceAll(/\s+/g, ' ').trim();
  });

/** All at one moment: what comes in between would make one look like another. */
const measured = (controls: Locator) =>
  controls.evaluateAll((all) =>
    all.map((control) => ({
      ...(control.getBoundingClientRect().toJSON() as DOMRect),
      label: control.outerHTML.slice(0, 120),
      scrolls: control.closest('[data-scrolls]') !== null,
    })),
  );

/** Opens one panel after the other, each with something to read. */
async function eachPanel(visit: Visit, look: (name: string) => Promise<void>): Promise<void> {
  await tabs(visit).first().waitFor();
  const names = await tabs(visit).allTextContents();
  expect(names.length).toBeGreaterThan(3);
  for (const name of names.map((text) => text.trim())) {
    await visit.tab(name);
    await panel(visit, name).waitFor();
    await expect
      .poll(() => textOf(visit, name), { timeout: 20_000 })
      .toMatch(/^(?!One moment).{12}/);
    // An answer that comes later moves what is measured now.
    await expect.poll(() => panel(visit, name).getByRole('progressbar').count()).toBe(0);
    await look(name);
  }
}

const sixtyThousand = () => {
  const steps = Array.from({ length: 60_000 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < 600 ? [] : [`step ${at - 600}`, `step ${at - 1 - ((at * 7) % 600)}`],
  }));
  const definition = { name: 'many', steps };
  return JSON.stringify({ version: 1, definition, cursor: 0, speed: 1, theme: 'system' });
};

for (const sample of ['CI pipeline', 'Tail behind a cycle']) {
  test(`axe finds nothing to complain about in any panel, ${sample}`, async () => {
    const visit = await Visit.to();
    await visit.sample(sample);
    await visit.press('Last event');
    await eachPanel(visit, async (name) => {
      for (const folded of await panel(visit, name).locator('summary').all()) await folded.click();
      const found = await axeFindings(visit.page);
      expect({ name, found }).toEqual({ name, found: [] });
    });
    await visit.end();
  }, 120_000);
}

test('axe finds nothing to complain about while an order is put together and a dependency left out', async () => {
  const visit = await Visit.to();
  await visit.tab('All orders');
  await visit.press("Put 'load' next");
  await visit.page.getByText('too early').waitFor();
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.tab('Tiers');
  await visit.page.getByRole('combobox', { name: 'Leave out' }).selectOption({ index: 2 });
  await visit.page.getByRole('region', { name: 'Tiers without it' }).waitFor();
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.end();
}, 120_000);

test('at 320 pixels no panel makes the page scroll sideways, and every button of one can be reached', async () => {
  const visit = await Visit.to({ viewport: { width: 320, height: 800 } });
  await visit.sample('CI pipeline');
  await visit.press('Last event');
  await eachPanel(visit, async (name) => {
    for (const folded of await panel(visit, name).locator('summary').all()) await folded.click();
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect({ name, wide }).toEqual({ name, wide: 320 });
    const outside = (await measured(panel(visit, name).locator('button')))
      .filter(
        ({ scrolls, left, right }) => !scrolls && !(left >= 0 && left < right && right <= 320),
      )
      .map(({ label }) => label);
    expect({ name, outside }).toEqual({ name, outside: [] });
  });
  await visit.end();
});

test('on touch screens the buttons of every panel are large enough', async () => {
  const visit = await Visit.to({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  await visit.sample('Tail behind a cycle');
  await eachPanel(visit, async (name) => {
    const small = (await measured(panel(visit, name).locator('button:not(.link), select')))
      .filter(({ left, right, top, bottom }) => right - left < 44 || bottom - top < 44)
      .map(({ label }) => label);
    expect({ name, small }).toEqual({ name, small: [] });
  });
  await visit.end();
});

test('every panel has something to say of an empty pipeline and of one with mistakes', async () => {
  const visit = await Visit.to();
  for (const [title, said] of [
    ['Empty pipeline', /before the pipeline has a step|events/],
    ['Unknown dependency', /until the problems are mended|no trace/],
  ] as const) {
    await visit.sample(title);
    await eachPanel(visit, async (name) => {
      expect({ name, text: await textOf(visit, name) }).toEqual({
        name,
        text: expect.stringMatching(said),
      });
    });
  }
  await visit.end();
});

test('every panel opens with sixty thousand steps', async () => {
  const visit = await Visit.to({ stored: sixtyThousand(), withoutFigure: true });
  await visit.slider.waitFor({ timeout: 60_000 });
  await expect.poll(() => visit.position(), { timeout: 60_000 }).toContain('of 238,802');
  await eachPanel(visit, async (name) => {
    await visit.press('Step forward');
    await expect.poll(() => panel(visit, name).isVisible()).toBe(true);
    const characters = (await textOf(visit, name)).length;
    expect({ name, few: characters < 100_000 }).toEqual({ name, few: true });
  });
  await visit.end();
}, 120_000);
