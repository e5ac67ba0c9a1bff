import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { useBrowser, Visit } from './visit';

useBrowser();

const asNewcomer = true;
const hints = (visit: Visit) => visit.page.getByRole('region', { name: 'First steps' });
const says = (visit: Visit, text: string) => hints(visit).getByText(text).waitFor();
const goneForEver = async (visit: Visit) => {
  await hints(visit).waitFor({ state: 'detached' });
  await visit.page.reload();
  await visit.button('Help').waitFor();
  await visit.page.waitForLoadState('networkidle');
  expect(await hints(visit).count()).toBe(0);
};

test('a first visit has three hints, each gone when it is done', async () => {
  const visit = await Visit.to({ asNewcomer });
  await says(visit, 'Press Step forward');
  await says(visit, '1 of 3');
  await visit.press('Step forward');
  await says(visit, 'Press Break it');
  await visit.press('Break it');
  await says(visit, 'in the table further down');
  await visit.press('Mend it');
  await says(visit, '3 of 3');
  await visit.field('Name of step 1').focus();
  await goneForEver(visit);
  await visit.end();
});

test('"Got it" leads to the next hint and "Skip" ends them for ever', async () => {
  const visit = await Visit.to({ asNewcomer });
  await visit.press('Got it');
  await says(visit, '2 of 3');
  await visit.page.reload();
  await says(visit, '2 of 3');
  await visit.press('Skip');
  await goneForEver(visit);
  await visit.end();
});

test('the hints can be read out, reached and left by keyboard, and the focus is not lost', async () => {
  const visit = await Visit.to({ asNewcomer });
  await says(visit, '1 of 3');
  expect(await hints(visit).getByRole('status').textContent()).toMatch(/^Press Step forward/);
  await visit.button('Help').focus();
  await visit.page.keyboard.press('Tab');
  expect(await visit.button('Skip').evaluate((button) => button.matches(':focus'))).toBe(true);
  await visit.page.keyboard.press('Escape');
  await hints(visit).waitFor({ state: 'detached' });
  const picture = visit.page.getByRole('region', { name: 'Graph of the pipeline' });
  expect(await picture.evaluate((region) => region.matches(':focus'))).toBe(true);
  await visit.end();
});

test('a hint covers neither what it speaks of nor shifts the page', async () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    const visit = await Visit.to({ asNewcomer, viewport });
    for (const [place, name] of ['Step forward', 'Break it'].entries()) {
      await says(visit, `${place + 1} of 3`);
      const hint = await hints(visit).boundingBox();
      const target = await visit.button(name).boundingBox();
      if (!hint || !target) throw new Error('Not on the screen');
      expect(hint.y + hint.height <= target.y || hint.y >= target.y + target.height).toBe(true);
      expect(hint.x >= 0 && hint.x + hint.width <= viewport.width).toBe(true);
      expect(hint.y >= 0 && hint.y + hint.height <= viewport.height).toBe(true);
      await visit.press('Got it');
    }
    const shifted = await visit.page.evaluate(
      () =>
        new Promise<boolean>((done) => {
          type Shift = PerformanceEntry & { sources: { node: Node | null }[] };
          new PerformanceObserver((list) => {
            const sources = (list.getEntries() as Shift[]).flatMap((entry) => entry.sources);
            done(sources.some(({ node }) => node?.nodeName === 'FIRST-HINTS'));
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(false), 300);
        }),
    );
    expect(shifted).toBe(false);
    await visit.end();
  }
});

test('where nothing can be kept nobody is told the same on every visit', async () => {
  const visit = await Visit.to({
    asNewcomer,
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  });
  await visit.page.waitForLoadState('networkidle');
  expect(await hints(visit).count()).toBe(0);
  await visit.end();
});

test('axe finds nothing to complain about with a hint', async () => {
  const visit = await Visit.to({ asNewcomer });
  await says(visit, '1 of 3');
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.end();
});
