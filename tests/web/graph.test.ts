import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser, Visit, type VisitOptions } from './visit';

useBrowser();

/** A visit to a picture that is laid out beside the page. */
const visitTo = async (options: VisitOptions) => {
  const visit = await Visit.to(options);
  await visit.picture.waitFor();
  return visit;
};
const region = (visit: Visit) => visit.page.getByRole('region', { name: 'Graph of the pipeline' });
const tools = (visit: Visit) => visit.page.getByRole('group', { name: 'Picture', exact: true });
const zoom = async (visit: Visit) => {
  const name = await tools(visit)
    .getByRole('button', { name: /^Actual size/ })
    .textContent();
  return Number.parseInt(name ?? '', 10);
};
const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
};
const saved = (steps: object[], cursor = 0) =>
  JSON.stringify({
    version: 1,
    definition: { name: 'made', steps },
    cursor,
    speed: 1,
    theme: 'system',
  });
const label = (visit: Visit, name: string) => visit.step(name).getAttribute('aria-label');
const focused = (visit: Visit) =>
  visit.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label');
  });

/** Steps in a chain of tiers, three a tier: too large to be read as a whole. */
const wide = Array.from({ length: 60 }, (_, at) => ({
  name: `step ${at}`,
  depends_on: at < 3 ? [] : [`step ${at - 3}`, `step ${at - 3 - (at % 3) + ((at + 1) % 3)}`],
}));

/** A hub on which everything hangs, and a cycle far away from it. */
const large = Array.from({ length: 1500 }, (_, at) => ({
  name: `step ${at}`,
  depends_on:
    at === 0
      ? []
      : at === 1200
        ? ['step 1201', 'hub']
        : at === 1201
          ? ['step 1200']
          : at === 700
            ? ['step 650']
            : ['hub'],
})).concat({ name: 'hub', depends_on: ['step 0'] });

test('every state of the trace is told by the steps of the picture', async () => {
  const visit = await Visit.to();
  await visit.sample('Tail behind');
  expect(await label(visit, 'order stock')).toBe('order stock: waiting, in-degree 0, tier 1');
  await visit.press('Step forward');
  expect(await label(visit, 'order stock')).toMatch(/^order stock: ready, 1st/);
  await visit.press('Step forward');
  expect(await label(visit, 'order stock')).toMatch(/^order stock: taken out/);
  await visit.press('Last event');
  expect(await label(visit, 'order stock')).toMatch(/^order stock: 1st in order/);
  expect(await label(visit, 'weigh')).toMatch(/^weigh: on a cycle, in-degree 1/);
  expect(await label(visit, 'ship')).toMatch(/^ship: behind a cycle/);
  await visit.end();
});

test('the buttons and their keys zoom, and fit brings all of it back', async () => {
  const visit = await visitTo({ stored: saved(wide) });
  await visit.press('Fit');
  const all = await zoom(visit);
  const inside = await boxOf(region(visit));
  for (const name of ['step 0', 'step 59']) {
    const box = await boxOf(visit.step(name));
    expect(box.x >= inside.x && box.x + box.width <= inside.x + inside.width).toBe(true);
    expect(box.y >= inside.y && box.y + box.height <= inside.y + inside.height).toBe(true);
  }
  await visit.press('Zoom in', 2);
  expect(await zoom(visit)).toBeGreaterThan(all);
  await visit.press('Zoom out');
  await visit.press(/^Actual size/);
  expect(await zoom(visit)).toBe(100);
  // With its border.
  expect(Math.round((await boxOf(visit.step('step 0'))).height)).toBeLessThanOrEqual(61);
  await visit.page.keyboard.press('+');
  expect(await zoom(visit)).toBe(125);
  await visit.page.keyboard.press('-');
  await visit.page.keyboard.press('-');
  expect(await zoom(visit)).toBe(80);
  await visit.page.keyboard.press('0');
  expect(await zoom(visit)).toBe(100);
  await visit.page.keyboard.press('f');
  expect(await zoom(visit)).toBe(all);
  await visit.end();
});

test('dragging moves the picture, and is no click', async () => {
  const visit = await visitTo({ stored: saved(wide) });
  await visit.press(/^Actual size/);
  const step = visit.step('step 4');
  const before = await boxOf(step);
  await visit.page.mouse.move(before.x + 20, before.y + 20);
  await visit.page.mouse.down();
  await visit.page.mouse.move(before.x - 60, before.y + 20, { steps: 4 });
  await visit.page.mouse.up();
  const after = await boxOf(step);
  expect(Math.abs(after.x - before.x + 80)).toBeLessThan(2);
  expect(await step.getAttribute('aria-pressed')).toBe('false');
  await visit.end();
});

test('the wheel zooms with Ctrl, and without it once the picture was entered', async () => {
  const visit = await visitTo({ stored: saved(wide) });
  const { x, y } = await boxOf(region(visit));
  await visit.page.mouse.move(x + 200, y + 100);
  const start = await zoom(visit);
  await visit.page.mouse.wheel(0, 200);
  await visit.page.waitForFunction(() => scrollY > 0);
  expect(await zoom(visit)).toBe(start);
  const now = await boxOf(region(visit));
  await visit.page.mouse.move(now.x + 200, now.y + now.height - 40);
  await visit.page.keyboard.down('Control');
  await visit.page.mouse.wheel(0, -200);
  await visit.page.keyboard.up('Control');
  await expect.poll(() => zoom(visit)).toBeGreaterThan(start);
  const more = await zoom(visit);
  await region(visit).focus();
  await visit.page.mouse.wheel(0, -100);
  await expect.poll(() => zoom(visit)).toBeGreaterThan(more);
  await visit.end();
});

test('a gesture shows every step where it stays when the gesture rests', async () => {
  const visit = await visitTo({ stored: saved(wide) });
  await visit.press(/^Actual size/);
  const step = visit.step('step 4');
  const { x, y } = await boxOf(step);
  await visit.page.mouse.move(x + 40, y + 20);
  await visit.page.keyboard.down('Control');
  for (const delta of [-60, -60, 90, 150, 40]) {
    // Its box in the last frame of the gesture and in the first one after it; watched for before anything moves.
    const boxes = await step.evaluateHandle((button) => {
      const seen = new Promise<DOMRect[]>((done) => {
        let shown: DOMRect | null = null;
        const look = () => {
          const box = button.getBoundingClientRect();
          const rests = button.closest('svg')?.style.transform === '';
          if (rests && shown) done([shown, box]);
          else {
            if (!rests) shown = box;
            requestAnimationFrame(look);
          }
        };
        look();
      });
      return { seen };
    });
    await visit.page.mouse.wheel(0, delta);
    const [shown, rested] = await boxes.evaluate(({ seen }) => seen);
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs((rested?.[side] ?? 0) - (shown?.[side] ?? 0)), side).toBeLessThan(2);
    }
  }
  await visit.page.keyboard.up('Control');
  await visit.end();
});

test('two fingers move and zoom the picture', async () => {
  const visit = await visitTo({
    stored: saved(wide),
    hasTouch: true,
    viewport: { width: 900, height: 900 },
  });
  const start = await zoom(visit);
  const client = await visit.page.context().newCDPSession(visit.page);
  const { x, y } = await boxOf(region(visit));
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: x + 300 - apart, y: y + 100, id: 1 },
              { x: x + 300 + apart, y: y + 100, id: 2 },
            ],
    });
  await touch('touchStart', 40);
  await touch('touchMove', 60);
  await touch('touchMove', 80);
  await touch('touchEnd', 0);
  await expect.poll(() => zoom(visit)).toBeGreaterThan(start * 1.5);
  await visit.end();
});

test('arrow keys move a picture that is cut off, and step through the trace when it is not', async () => {
  const visit = await visitTo({ stored: saved(wide) });
  await visit.press(/^Actual size/);
  await region(visit).focus();
  const before = await boxOf(visit.step('step 6'));
  await visit.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await boxOf(visit.step('step 6'))).x).toBeLessThan(before.x - 20);
  expect(await visit.position()).toMatch(/^event 1 of/);
  await visit.sample('Diamond');
  await region(visit).focus();
  await visit.page.keyboard.press('ArrowRight');
  expect(await visit.position()).toMatch(/^event 2 of/);
  await visit.end();
});

test('the keyboard walks along dependencies and within a tier', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await region(visit).focus();
  const { keyboard } = visit.page;
  await keyboard.press('Enter');
  expect(await focused(visit)).toMatch(/^fetch:/);
  await keyboard.press('ArrowRight');
  const first = await focused(visit);
  expect(first).toMatch(/^(clean|count):/);
  await keyboard.press(first?.startsWith('clean') ? 'ArrowDown' : 'ArrowUp');
  const second = await focused(visit);
  expect(second).toMatch(/^(clean|count):/);
  expect(second).not.toBe(first);
  await keyboard.press('ArrowRight');
  expect(await focused(visit)).toMatch(/^report:/);
  await keyboard.press('ArrowLeft');
  expect(await focused(visit)).toMatch(/^(clean|count):/);
  await keyboard.press('Escape');
  expect(await focused(visit)).toBe('Graph of the pipeline');
  await visit.end();
});

test('choosing a step shows what it hangs on and what hangs on it', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  const opacity = (name: string) =>
    visit
      .step(name)
      .evaluate((button) => getComputedStyle(button.parentElement as Element).opacity);
  const step = visit.step('build web');
  await step.click();
  expect(await step.getAttribute('aria-pressed')).toBe('true');
  expect(await opacity('check types')).toBe('1');
  expect(await opacity('staging')).toBe('1');
  expect(Number(await opacity('lint'))).toBeLessThan(1);
  await step.click();
  expect(await step.getAttribute('aria-pressed')).toBe('false');
  expect(await opacity('lint')).toBe('1');
  await visit.end();
});

test('a shortened name is told whole on hover and on focus', async () => {
  const name = 'download the whole archive of last year and check every page of it';
  const visit = await Visit.to({ stored: saved([{ name }, { name: 'b', depends_on: [name] }]) });
  const whole = visit.page.getByRole('tooltip', { name, exact: true });
  expect(await whole.count()).toBe(0);
  await visit.step(name).hover();
  expect(await whole.count()).toBe(1);
  await visit.page.mouse.move(0, 0);
  await visit.step('b').hover();
  expect(await whole.count()).toBe(0);
  await visit.step(name).focus();
  expect(await whole.count()).toBe(1);
  await visit.end();
});

test('an edit leaves the rest of the picture where it was, and Tidy arranges it afresh', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  const places = async () =>
    Promise.all(
      ['lint', 'scan', 'staging', 'release'].map(async (name) => boxOf(visit.step(name))),
    );
  await visit.press('Fit');
  const order = (list: { x: number; y: number }[]) =>
    list
      .map(({ y }, at) => [y, at] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, at]) => at);
  const before = await places();
  await visit.press('Add step');
  await visit.page.keyboard.press('Escape');
  const after = await places();
  expect(order(after)).toEqual(order(before));
  await visit.press('Tidy');
  await visit.step('lint').waitFor();
  await visit.end();
});

test('breaking it moves no step to another place', async () => {
  const visit = await Visit.to();
  await visit.sample('CI pipeline');
  const xs = () =>
    visit.picture
      .getByRole('button')
      .evaluateAll((steps) => steps.map((step) => step.getAttribute('x')));
  const before = await xs();
  await visit.press('Break it');
  expect(await xs()).toEqual(before);
  await visit.page.getByText('closes a cycle').first().waitFor();
  await visit.end();
});

test('of a large pipeline the surroundings of the event are drawn, and a click leads on', async () => {
  const visit = await Visit.to({ stored: saved(large) });
  await visit.page.getByText('of 1,501 steps, around').waitFor();
  await visit.step('step 0').waitFor();
  await visit.step('hub').click();
  await visit.page.getByText('around hub.').waitFor();
  await visit.page.getByRole('button', { name: /^Go to hub: 1,\d+ dependents more/ }).waitFor();
  await visit.step('hub').waitFor();
  await visit.press('Follow the trace');
  await visit.press('Last event');
  await visit.step('step 1200').waitFor();
  expect(await label(visit, 'step 1200')).toMatch(/on a cycle/);
  await visit.end();
});

test('a thousand steps are drawn whole, with a small map to find one’s way', async () => {
  const steps = Array.from({ length: 1000 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < 25 ? [] : [`step ${at - 25}`, ...(at % 2 ? [`step ${at - 20}`] : [])],
  }));
  const visit = await Visit.to({ stored: saved(steps) });
  await expect.poll(() => visit.picture.getByRole('button').count()).toBe(1000);
  // What is far from the part that is seen has its button, and nothing to be laid out and painted.
  const words = await visit.picture.locator('text').count();
  expect(words).toBeGreaterThan(30);
  expect(words).toBeLessThan(1500);
  await visit.press('Last event');
  expect(await label(visit, 'step 999')).toMatch(/1,000th in order/);
  await visit.end();
});

test('what is written on a loop is whole, whichever way tiers run', async () => {
  for (const width of [390, 1280]) {
    const visit = await Visit.to({ viewport: { width, height: 800 } });
    await visit.sample('Self-dependency');
    // Without the outline that keeps it clear of lines.
    const isWhole = await visit.picture.getByText('depends on itself').evaluate((element) => {
      const text = element as SVGTextElement;
      const { x, y, width, height } = text.getBBox();
      const place = text.getScreenCTM() as DOMMatrix;
      const all = (text.ownerSVGElement as SVGSVGElement).getBoundingClientRect();
      return [new DOMPoint(x, y), new DOMPoint(x + width, y + height)]
        .map((corner) => corner.matrixTransform(place))
        .every(
          (corner) =>
            corner.x >= all.left &&
            corner.x <= all.right &&
            corner.y >= all.top &&
            corner.y <= all.bottom,
        );
    });
    expect({ width, isWhole }).toEqual({ width, isWhole: true });
    await visit.end();
  }
});

test('a jump while the page is still coming leaves the side table at its step', async () => {
  const steps = Array.from({ length: 5000 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < 25 ? [] : [`step ${at - 25}`],
  }));
  const visit = await Visit.to({ stored: saved(steps), withoutFigure: true });
  await visit.slider.fill('7000');
  await visit.page.getByText("'step 2349' has in-degree 0 now").first().waitFor();
  const table = visit.page.getByRole('table', { name: 'In-degrees' });
  const row = table.getByRole('row', { name: /^step 2349 / });
  const isSeen = async () => {
    if ((await row.count()) === 0) return false;
    const [inner, outer] = [await row.boundingBox(), await table.locator('..').boundingBox()];
    if (!inner || !outer) return false;
    return inner.y > outer.y && inner.y + inner.height <= outer.y + outer.height + 1;
  };
  await expect.poll(isSeen).toBe(true);
  await visit.end();
});

test('the small map makes way for the step of the event', async () => {
  const steps = Array.from({ length: 16 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < 3 ? [] : [`step ${at - 3}`, ...(at % 2 ? [`step ${at - 2}`] : [])],
  }));
  const visit = await Visit.to({ stored: saved(steps), viewport: { width: 1280, height: 800 } });
  // All but the first and the last, which are about no step.
  for (let event = 2; event < 54; event += 1) {
    await visit.press('Step forward');
    const said = await visit.page
      .getByText(/^'step \d+' /)
      .first()
      .textContent();
    const name = /'(step \d+)'/.exec(said ?? '')?.[1] ?? '';
    const isOnTop = () =>
      visit.step(name).evaluate((box) => {
        const { left, right, bottom } = box.getBoundingClientRect();
        const root = box.getRootNode() as ShadowRoot;
        return root.elementFromPoint((left + right) / 2, bottom - 4) === box;
      });
    await expect.poll(isOnTop, { message: `${name} at event ${event}` }).toBe(true);
  }
  await visit.end();
});

test('the picture is saved as it is shown', async () => {
  const visit = await Visit.to();
  await visit.press('Step forward', 2);
  const save = async (name: string) => {
    await visit.press('Save picture');
    const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.press(name)]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await save('Save as SVG');
  expect(svg.name).toMatch(/^demo.ETL\.svg$/i);
  expect(svg.bytes.toString()).toContain('>extract<');
  expect(svg.bytes.toString()).toContain('taken out');
  const png = await save('Save as PNG');
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  await visit.end();
});

test('round a cycle a token runs along its closed path', async () => {
  const visit = await Visit.to({ reducedMotion: 'no-preference' });
  await visit.sample('Two-step cycle');
  const paths = () =>
    visit.picture.evaluate((picture) =>
      picture
        .getAnimations({ subtree: true })
        .map(({ effect }) => (effect as KeyframeEffect).target)
        .filter((target) => target instanceof SVGElement)
        .map((target) => target.style.offsetPath)
        .filter(Boolean),
    );
  await visit.press('Step forward');
  const first = await paths();
  expect(first).toHaveLength(1);
  await expect.poll(async () => (await paths())[0]).not.toBe(first[0]);
  await expect.poll(paths).toEqual([]);
  await visit.end();
});

/** How many elements of the picture are moved by more than a change of colour. */
const moving = (visit: Visit) =>
  visit.picture.evaluate(
    (picture) =>
      picture.getAnimations({ subtree: true }).filter((one) => !(one instanceof CSSTransition))
        .length,
  );

test('a decrement travels along its dependency, unless motion is not wanted', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const visit = await Visit.to({ reducedMotion });
    await visit.press('Step forward', 2);
    await visit.page.waitForTimeout(200);
    await visit.press('Step forward');
    if (reducedMotion === 'no-preference') await expect.poll(() => moving(visit)).toBe(1);
    else {
      await visit.page.waitForTimeout(200);
      expect(await moving(visit)).toBe(0);
    }
    await visit.press('Step forward', 6);
    await visit.end();
  }
});

test('a step that becomes ready flies to the queue, even where that is out of sight', async () => {
  const visit = await Visit.to({
    reducedMotion: 'no-preference',
    viewport: { width: 390, height: 844 },
  });
  const flying = () =>
    visit.page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap((element) => element.shadowRoot?.getAnimations() ?? [])
        .map(({ effect }) => (effect as KeyframeEffect).target?.textContent)
        .filter((text) => text === 'validate'),
    );
  await visit.press('Step forward', 3);
  await visit.page.waitForTimeout(300);
  await visit.press('Step forward');
  await expect.poll(flying, { interval: 20 }).toEqual(['validate']);
  await visit.end();
});

test('of events that hurry by only the last one moves', async () => {
  const visit = await Visit.to({ reducedMotion: 'no-preference' });
  const forward = await visit.button('Step forward').elementHandle();
  const meanwhile = await visit.picture.evaluate(async (picture, forward) => {
    let most = 0;
    for (let i = 0; i < 6; i += 1) {
      (forward as HTMLElement).click();
      await new Promise((resolve) => setTimeout(resolve, 40));
      const running = picture
        .getAnimations({ subtree: true })
        .filter((one) => !(one instanceof CSSTransition));
      if (i < 5) most = Math.max(most, running.length);
    }
    return most;
  }, forward);
  expect(meanwhile).toBe(0);
  await expect.poll(() => moving(visit)).toBe(1);
  await visit.end();
});

test('the picture goes gently to an event by itself, and at once to those that hurry by', async () => {
  const visit = await Visit.to({ stored: saved(wide), reducedMotion: 'no-preference' });
  const forward = await visit.button('Step forward').elementHandle();
  const ways = await region(visit).evaluate(async (region, forward) => {
    const ways: (string | undefined)[] = [];
    region.scrollTo = (options?: ScrollToOptions | number) => {
      if (typeof options === 'object') ways.push(options.behavior);
    };
    const step = async (pause: number) => {
      (forward as HTMLElement).click();
      await new Promise((resolve) => setTimeout(resolve, pause));
    };
    // As it never gets there, each event leads on to its step.
    for (let i = 0; i < 60 && ways.length === 0; i += 1) await step(250);
    for (let i = 0; i < 60 && ways.length < 5; i += 1) await step(40);
    return ways;
  }, forward);
  expect(ways[0]).toBe('smooth');
  expect(ways.slice(1)).toContain('instant');
  await visit.end();
});

test('an edit before the event has been painted leaves nothing behind that asks the old trace', async () => {
  const visit = await Visit.to({ reducedMotion: 'no-preference' });
  await visit.press('Step forward', 5);
  const buttons = ['Step forward', 'Step back', 'Break it'].map((name) =>
    visit.button(name).elementHandle(),
  );
  await visit.page.evaluate(
    async ([forward, back, toggle]) => {
      for (const step of [forward, back, forward, back]) {
        (step as HTMLElement).click();
        // Long enough for what is drawn at once, and shorter than a frame.
        for (let turn = 0; turn < 20; turn += 1) await null;
        (toggle as HTMLElement).click();
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    await Promise.all(buttons),
  );
  await visit.end();
});

test('in forced colours a back dependency is told by its words, not by a colour of ours', async () => {
  const visit = await Visit.to({ forcedColors: 'active' });
  await visit.sample('Two-step cycle');
  const fill = (words: string) =>
    visit.picture
      .getByText(words, { exact: true })
      .first()
      .evaluate((text) => getComputedStyle(text).fill);
  expect(await fill('closes a cycle')).toBe(await fill('waiting'));
  await visit.end();
});

test('what a search finds stays within a narrow window', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 844 } });
  await visit.sample('CI pipeline');
  await visit.page.keyboard.press('/');
  await visit.page.getByRole('combobox', { name: 'Find a step' }).fill('te');
  const list = await boxOf(visit.page.getByRole('listbox'));
  expect(list.x >= 0 && list.x + list.width <= 390).toBe(true);
  await visit.end();
});

test('a picture too large for its region opens on its first step', async () => {
  const tall = Array.from({ length: 60 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at === 0 ? [] : ['step 0'],
  }));
  const visit = await visitTo({ stored: saved(tall) });
  const inside = await boxOf(region(visit));
  const { y, height } = await boxOf(visit.step('step 0'));
  expect(y).toBeGreaterThan(inside.y);
  expect(y + height).toBeLessThan(inside.y + inside.height);
  await visit.end();
});

/** That a step lies between the window's upper edge and the transport at its lower one. */
const expectInSight = (visit: Visit, name: string) =>
  expect
    .poll(async () => {
      const step = await boxOf(visit.step(name));
      const transport = await boxOf(visit.page.getByRole('group', { name: 'Transport' }));
      return step.y >= 0 && step.y + step.height <= transport.y;
    })
    .toBe(true);

test('on a telephone the step of the event is above the transport, and nothing covers what is said of it', async () => {
  const visit = await Visit.to({ viewport: { width: 390, height: 844 } });
  await visit.press('Step forward', 13);
  await expectInSight(visit, 'notify');
  const sentence = visit.page.getByText(/^'notify' has in-degree 0 now/).first();
  // Tells when something else would get the click.
  await sentence.click({ trial: true, position: { x: 20, y: 6 } });
  await visit.end();
});

test('on a telephone a jump in a large pipeline brings the step of the event into sight', async () => {
  const steps = Array.from({ length: 2000 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < 40 ? [] : [`step ${at - 40}`, `step ${at - 1 - ((at * 7) % 40)}`],
  }));
  const visit = await visitTo({ viewport: { width: 390, height: 844 }, stored: saved(steps) });
  for (const event of [3600, 1800, 5400]) {
    await visit.slider.fill(String(event));
    const said = visit.page.getByText(/^'step \d+' /).first();
    const [, name = ''] = /^'([^']+)'/.exec((await said.textContent()) ?? '') ?? [];
    await expectInSight(visit, name);
  }
  await visit.end();
});
