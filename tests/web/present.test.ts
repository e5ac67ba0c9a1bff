import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { useBrowser, Visit } from './visit';

useBrowser();

const hidden = async (visit: Visit) => {
  await visit.button('End presentation').waitFor();
  await visit.button('Samples').waitFor({ state: 'hidden' });
  expect(await visit.page.getByRole('table').count()).toBe(0);
  expect(await visit.page.getByRole('heading', { name: 'The lesson in words' }).count()).toBe(0);
  expect(await visit.slider.count()).toBe(0);
};
const focusedName = (visit: Visit) =>
  visit.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim();
  });
const eventOf = (visit: Visit) => visit.page.getByText(/^event \d+ of \d+$/).textContent();

test('"Present" leaves only the figure and few controls, and "End presentation" brings all back', async () => {
  const visit = await Visit.to({ viewport: { width: 1920, height: 1080 } });
  await visit.press('Step forward', 2);
  await visit.press('Present');
  await hidden(visit);
  expect(await visit.queue()).toEqual([]);
  expect(await visit.order()).toEqual(['extract']);
  const sentence = visit.page.getByText(/^'extract' /).first();
  const size = await sentence.evaluate((element) => getComputedStyle(element).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(32);
  await visit.press('End presentation');
  await visit.button('Samples').waitFor();
  expect(await visit.position()).toBe('event 3 of 16');
  expect(await focusedName(visit)).toBe('Present');
  await visit.end();
});

test('a run is presented like a trace', async () => {
  const visit = await Visit.to();
  await visit.press('Run');
  await visit.press('Present');
  await hidden(visit);
  await visit.page.getByText(/^The order is found; now it is run/).waitFor({ state: 'hidden' });
  await visit.page.keyboard.press('PageDown');
  await visit.page.getByText("'extract' starts on worker 1").first().waitFor();
  await expect.poll(() => eventOf(visit)).toBe('event 2 of 12');
  await visit.end();
});

test('everything of a presentation is on the screen at once', async () => {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    const visit = await Visit.to({ viewport });
    await visit.sample('Tail behind a cycle');
    await visit.press('Last event');
    await visit.press('Present');
    await hidden(visit);
    const seen = [
      visit.picture,
      visit.button('Mend it'),
      visit.button('Step back'),
      visit.page.getByText('event 5 of 5'),
      visit.page.getByText('pack → weigh → label → pack'),
    ];
    for (const locator of seen) {
      const box = await locator.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);
      expect(box && box.x >= 0 && box.x + box.width <= viewport.width).toBe(true);
    }
    await visit.end();
  }
});

test('a clicker goes forward and back, and Escape ends the presentation', async () => {
  const visit = await Visit.to();
  await visit.page.getByRole('heading', { name: 'demo ETL' }).click();
  await visit.page.keyboard.press('p');
  await hidden(visit);
  for (const key of ['PageDown', 'Space', 'ArrowRight', 'ArrowDown', 'Enter']) {
    await visit.page.keyboard.press(key);
  }
  await expect.poll(() => eventOf(visit)).toBe('event 6 of 16');
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp']) await visit.page.keyboard.press(key);
  await expect.poll(() => eventOf(visit)).toBe('event 3 of 16');
  await visit.page.keyboard.press('End');
  await expect.poll(() => eventOf(visit)).toBe('event 16 of 16');
  // In a full screen the browser would take the first Escape for itself.
  await visit.page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  await visit.page.keyboard.press('Escape');
  await visit.button('Samples').waitFor();
  expect(await visit.position()).toBe('event 16 of 16');
  await visit.end();
});

test('the pipeline can be broken and mended while presenting, and undo does not know of presenting', async () => {
  const visit = await Visit.to();
  await visit.press('Present');
  await hidden(visit);
  await visit.press('Break it');
  await visit.page
    .getByText(/^Stalled/)
    .first()
    .waitFor();
  await visit.press('Mend it');
  await visit.press('End presentation');
  await visit.button(/^Undo: /).waitFor();
  expect(await visit.button(/^Undo: .*present/).count()).toBe(0);
  await visit.end();
});

test('a browser that allows no full screen presents all the same', async () => {
  const visit = await Visit.to({
    before: () => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
    },
  });
  await visit.press('Present');
  await hidden(visit);
  await visit.page.keyboard.press('Escape');
  await visit.button('Samples').waitFor();
  await visit.end();
});

test('a reload ends the presentation and keeps the place', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward', 4);
  await visit.press('Present');
  await hidden(visit);
  await visit.reload();
  await visit.button('Samples').waitFor();
  expect(await visit.position()).toBe('event 5 of 16');
  await visit.end();
});

for (const width of [1280, 390]) {
  test(`axe finds nothing to complain about while presenting, ${width} pixels`, async () => {
    const visit = await Visit.to({ viewport: { width, height: 800 } });
    await visit.press('Break it');
    await visit.press('Present');
    await hidden(visit);
    expect(await axeFindings(visit.page)).toEqual([]);
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await visit.end();
  });
}
