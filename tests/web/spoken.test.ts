import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

declare global {
  interface Window {
    heard: string[];
  }
}

/** Longer than the pause after which an event is said. */
const rest = 700;

/** What a screen reader would say on account of the page's live regions while something is done. */
async function heardDuring(visit: Visit, act: () => Promise<unknown>): Promise<string[]> {
  // What went before is through.
  await visit.page.waitForTimeout(rest);
  await visit.page.evaluate(() => {
    window.heard = [];
    const { heard } = window;
    const listen = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const role = element.getAttribute('role') ?? '';
        const live = element.getAttribute('aria-live');
        const speaks = live ? live !== 'off' : ['status', 'alert', 'log'].includes(role);
        if (speaks) {
          const observer = new MutationObserver(() => {
            const text = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
            if (text) heard.push(text);
          });
          observer.observe(element, { characterData: true, childList: true, subtree: true });
        }
        if (element.shadowRoot) listen(element.shadowRoot);
      }
    };
    listen(document);
  });
  await act();
  await visit.page.waitForTimeout(rest);
  return visit.page.evaluate(() => window.heard);
}

const open = async (visit: Visit, panel: string) => {
  await visit.tab(panel);
  const opened = visit.page.getByRole('tabpanel', { name: panel, exact: true });
  await opened.waitFor();
  await opened.getByText('One moment …').waitFor({ state: 'hidden' });
};

for (const panel of ['Log', 'Why', 'Cycles']) {
  test(`with ${panel} open each event is said once`, async () => {
    const visit = await Visit.to();
    await visit.sample('Diamond');
    await open(visit, panel);
    const said = ["'fetch' depends on nothing, so it joins the ready queue at place 1."];
    expect(await heardDuring(visit, () => visit.press('Step forward'))).toEqual(said);
    const [next] = await heardDuring(visit, () => visit.press('Step forward'));
    expect(next).toMatch(/^'fetch' is first in the queue/);
    expect(await heardDuring(visit, () => visit.press('Step back'))).toEqual(said);
    await visit.end();
  });
}

test('with both algorithms open each of the two sentences is said once, by one voice', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await open(visit, 'Depth-first');
  const heard = await heardDuring(visit, () => visit.press('Step forward'));
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatch(
    /^'fetch' depends on nothing, so it joins .* Depth-first search: 'fetch' .*a search begins there, and it turns grey\.$/,
  );
  await open(visit, 'Log');
  const after = await heardDuring(visit, () => visit.press('Step forward'));
  expect(after).toHaveLength(1);
  expect(after[0]).not.toContain('Depth-first search');
  await visit.end();
});

test("behind the end of Kahn's trace only the search is told, once", async () => {
  const visit = await Visit.to();
  await visit.sample('Two-step cycle');
  await open(visit, 'Depth-first');
  const heard = await heardDuring(visit, () => visit.press('Last event'));
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatch(/^Depth-first search: There is no order: 1 dependency led back/);
  await visit.end();
});

test('a line of the log, a jump of the player and a filter are each said once', async () => {
  const visit = await Visit.to();
  await visit.page.getByText('16 events', { exact: true }).waitFor();
  const line = visit.page.getByRole('group', { name: 'Events' }).getByRole('button').nth(2);
  expect(await heardDuring(visit, () => line.click())).toHaveLength(1);
  expect(await heardDuring(visit, () => visit.press('Last event'))).toHaveLength(1);
  const kind = visit.page.getByRole('combobox', { name: 'Kind' });
  const filtered = await heardDuring(visit, () => kind.selectOption('taken out'));
  expect(filtered.at(-1)).toBe('5 of 16 events');
  expect(filtered.filter((text) => text === '5 of 16 events')).toHaveLength(1);
  await visit.end();
});

test('where playing has stopped, and why, is said once', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await visit.page.getByRole('checkbox', { name: 'At each round' }).check();
  const heard = await heardDuring(visit, () => visit.press('Play'));
  expect(heard).toEqual([
    "Stopped: a round begins. 'fetch' depends on nothing, so it joins the ready queue at place 1.",
  ]);
  await visit.end();
});

test('on the way along a cycle each step is said once', async () => {
  const visit = await Visit.to();
  await visit.sample('Two-step cycle');
  await open(visit, 'Cycles');
  await visit.press('Walk along it');
  const heard = await heardDuring(visit, () => visit.press('On along it'));
  expect(heard).toEqual(["'egg' waits for 'chicken'."]);
  await visit.end();
});
