import { expect, test } from 'vitest';
import { linkOf } from '../../web/src/formats/link';
import { axeFindings } from './axe';
import { syntheticSteps } from './debian.mjs';
import { useBrowser, Visit } from './visit';

useBrowser();

async function openLarge(visit: Visit): Promise<void> {
  const text = JSON.stringify({ name: 'large', steps: syntheticSteps(1200) });
  const file = { name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await visit.page.getByLabel('Pipeline file').setInputFiles(file);
  await visit.page.getByRole('heading', { name: 'large' }).waitFor();
  await visit.button('Cancel').waitFor({ state: 'hidden' });
  await visit.press('Last event');
  await visit.page
    .getByText(/^Stalled/)
    .first()
    .waitFor();
}

const scenes: Record<string, (visit: Visit) => Promise<unknown>> = {
  'at the start': async () => {},
  'in the middle': (visit) => visit.press('Step forward', 7),
  'when sorted': (visit) => visit.press('Last event'),
  'when stalled': async (visit) => {
    await visit.sample('Tail behind a cycle');
    await visit.press('Last event');
  },
  'with many steps': async (visit) => {
    await visit.sample('CI pipeline');
    await visit.press('Last event');
  },
  'with problems': async (visit) => {
    await visit.sample('Unknown dependency');
    await visit.field("Max attempts, 'mix'").fill('0');
    await visit.press(/^Depends on, 'bake'/);
  },
  'with problems in the text': async (visit) => {
    await visit.sample('Unknown dependency');
    await visit.tab('Text');
    await visit.button("Create step 'preheat'").nth(1).waitFor();
  },
  'with rows to be pasted': async (visit) => {
    await visit.press('Paste rows…');
    await visit.field('Rows from a spreadsheet').fill('name\towner\na\tada\n\tbob');
    await visit.page.getByText('Row 3 has no name.').waitFor();
  },
  'with a text that cannot be read': async (visit) => {
    await visit.tab('Text');
    await visit.field('Pipeline file').fill('{ "steps": [');
    await visit.sample('Diamond');
    await visit.button('Keep writing').waitFor();
  },
  'with an action open': (visit) => visit.press(/^Action, 'load'/),
  'with a report and a message': async (visit) => {
    await visit.press("Remove 'load'");
    await visit.tab('Report');
    await visit.press('Run');
  },
  'with a step of the picture chosen': async (visit) => {
    await visit.step('load').click();
    await visit.press('Dependencies');
  },
  'while dependencies are chosen in the picture': async (visit) => {
    await visit.step('load').click();
    await visit.press('Depends on…');
    await visit.step('notify').click();
    await visit.step('transform').click();
  },
  'while a step is renamed in the picture': async (visit) => {
    await visit.step('load').dblclick();
    await visit.field("New name of 'load'").fill('notify');
    await visit.page.keyboard.press('Enter');
  },
  'with the samples open': (visit) => visit.press('Samples'),
  'with the help open': (visit) => visit.press('Help'),
  'with the dialog for sharing open': async (visit) => {
    await visit.press('Share');
    await visit.page.getByText(/\d+ characters\./).waitFor();
  },
  'with the dialog for pipelines open': async (visit) => {
    await visit.press('Pipelines');
    await visit.press('Keep a copy');
    await visit.press("Rename 'demo ETL'");
  },
  'with a shared pipeline beside the own one': async (visit) => {
    await visit.sample('Diamond');
    const definition = { name: 'theirs', steps: [{ name: 'x' }] };
    await visit.follow(await linkOf({ definition, mode: 'trace', cursor: 0 }));
    await visit.button('Keep mine').waitFor();
  },
  'with a large pipeline, its table and a search open': async (visit) => {
    await openLarge(visit);
    await visit.page.getByText('Steps as a table').click();
    await visit.press('Find a step');
    await visit.page.getByRole('combobox', { name: 'Find a step' }).fill('99');
    await visit.page.getByRole('listbox').getByRole('option').first().waitFor();
  },
  'with a stop, a bookmark and a name that is none': async (visit) => {
    await visit.press('Bookmark event 1');
    const field = visit.page.getByRole('combobox', { name: 'When ready' });
    for (const name of ['load', 'lod']) {
      await field.fill(name);
      await visit.press('Stop there');
    }
    await visit.page.getByText("No step is called 'lod'.").waitFor();
  },
  'with the code explained in Python': async (visit) => {
    await visit.tab('Python');
    await visit.page.getByRole('checkbox', { name: 'Explain the lines' }).check();
    await visit.page.getByText(/^First in, first out: /).waitFor();
  },
  'with a cycle walked along': async (visit) => {
    await visit.sample('Tail behind a cycle');
    await visit.tab('Cycles');
    await visit.press('Walk along it');
    await visit.press('On along it');
  },
  'with both algorithms on a cycle': async (visit) => {
    await visit.sample('Tail behind a cycle');
    await visit.tab('Depth-first');
    await visit.press('See the first one');
    await visit.page.getByText('Depth-first search, line by line').click();
    await visit.page.getByRole('list', { name: 'Depth-first search, line by line' }).waitFor();
  },
  'when empty': (visit) => visit.sample('Empty pipeline'),
};

for (const [scene, act] of Object.entries(scenes)) {
  test(`axe finds nothing to complain about ${scene}`, async () => {
    const visit = await Visit.to();
    await act(visit);
    expect(await axeFindings(visit.page)).toEqual([]);
    await visit.page.context().close();
  });
}

for (const width of [320, 1280]) {
  test(`at ${width} pixels a large pipeline does not make the page scroll sideways`, async () => {
    const visit = await Visit.to({ viewport: { width, height: 800 } });
    await openLarge(visit);
    await visit.page.getByText('Steps as a table').click();
    await visit.press('Find a step');
    await visit.page.getByRole('combobox', { name: 'Find a step' }).fill('99');
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await visit.end();
  });
}

for (const width of [320, 390, 768, 1280]) {
  test(`at ${width} pixels nothing scrolls sideways but the graph`, async () => {
    const visit = await Visit.to({ viewport: { width, height: 800 } });
    await visit.sample('CI pipeline');
    await visit.press(/^Depends on, 'staging'/);
    await visit.field("Max attempts, 'lint'").fill('0');
    await visit.press('Run');
    await visit.press('Break it');
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    // Steps of the picture are cut off by its region.
    const buttons = visit.page.getByRole('button').and(visit.page.locator('button'));
    // All in one look: the log's lines come and go while the page settles.
    const outside = await buttons.evaluateAll(
      (all, most) =>
        all
          .filter((button) => {
            const { left, right } = button.getBoundingClientRect();
            return left < 0 || right > most;
          })
          .map((button) => button.outerHTML),
      width,
    );
    expect(outside).toEqual([]);
    await visit.end();
  });
}

test('targets are at least 44 pixels on touch screens and 24 elsewhere', async () => {
  for (const [hasTouch, least] of [
    [true, 44],
    [false, 24],
  ] as const) {
    const visit = await Visit.to({
      hasTouch,
      isMobile: hasTouch,
      viewport: { width: 390, height: 844 },
    });
    for (const role of ['button', 'combobox', 'slider', 'textbox'] as const) {
      const small = () =>
        visit.page.getByRole(role).evaluateAll(
          (all, least) =>
            all
              .filter((target) => {
                const { width, height } = target.getBoundingClientRect();
                return width < least || height < least;
              })
              .map((target) => target.outerHTML),
          least,
        );
      // The log's lines come and go while the page settles.
      await expect.poll(small).toEqual([]);
    }
    await visit.end();
  }
});

test('the keyboard sees where it is, and no focus hides behind the transport of narrow screens', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 844 } });
  const dock = await visit.page.getByRole('group', { name: 'Transport' }).boundingBox();
  for (let stop = 0; stop < 60; stop += 1) {
    await visit.page.keyboard.press('Tab');
    const seen = await visit.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!active || active === document.body) return null;
      const { top, bottom } = active.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      const inTransport = active.closest('[aria-label="Transport"]') !== null;
      const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return { top, bottom, inTransport, ring, html: active.outerHTML.slice(0, 100) };
    });
    if (!seen) break;
    expect({ html: seen.html, ring: seen.ring }).toEqual({ html: seen.html, ring: true });
    const hidden = !seen.inTransport && dock && seen.top >= dock.y;
    expect({ html: seen.html, hidden }).toEqual({ html: seen.html, hidden: false });
  }
  await visit.end();
});

test('the picture has a name that tells its size and what closes a cycle, and each step its place', async () => {
  const visit = await Visit.to();
  await visit.sample('Two-step cycle');
  expect(await visit.picture.getAttribute('aria-label')).toBe(
    'Graph of two-step cycle: 2 steps in 2 tiers. That chicken depends on egg closes a cycle.',
  );
  expect(await visit.step('egg').getAttribute('aria-label')).toBe(
    'egg: waiting, in-degree 1, tier 2, depends on chicken',
  );
  await visit.end();
});

for (const name of ['Share', 'Pipelines']) {
  test(`at 320 pixels the dialog behind "${name}" does not scroll sideways`, async () => {
    const visit = await Visit.to({ viewport: { width: 320, height: 700 } });
    await visit.press(name);
    if (name === 'Pipelines') await visit.press('Keep a copy');
    const dialog = visit.page.getByRole('dialog');
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await visit.end();
  });
}
