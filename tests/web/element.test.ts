/** <kahn-trace> in pages of somebody else's. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { syntheticSteps } from './debian.mjs';
import { element, serve, useForeignPages } from './foreign_page';
import { useBrowser, Visit } from './visit';

useBrowser();
useForeignPages();

const diamond = {
  name: 'diamond',
  steps: [
    { name: 'a' },
    { name: 'b', depends_on: ['a'] },
    { name: 'c', depends_on: ['a'] },
    { name: 'd', depends_on: ['b', 'c'] },
  ],
};
const inside = (pipeline: unknown) =>
  `<script type="application/json">${JSON.stringify(pipeline)}</script>`;
const figure = (attributes = '', pipeline: unknown = diamond) =>
  `<kahn-trace ${attributes}>${inside(pipeline)}</kahn-trace>`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Somebody's page</title><script src="SCRIPT"></script>${body}`;

async function visit(body: string, more: { policy?: string; files?: Record<string, string> } = {}) {
  return Visit.to({ at: await serve({ html: page(body), ...more }), withoutFigure: true });
}

const figures = (at: Visit) => at.page.getByRole('figure', { name: /^Trace of/ });
const press = (within: Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click();
const position = (within: Locator) =>
  within.getByRole('slider', { name: 'Event' }).getAttribute('aria-valuetext');
const order = async (within: Locator) => {
  const items = within.getByRole('region', { name: 'Order' }).getByRole('listitem');
  return (await items.allInnerTexts()).map((text) => text.replace(/^\d+\s*/, '').trim());
};

test('what the README shows works as it stands there', async () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const [, example = ''] = /```html\n(.*?)```/s.exec(readme) ?? [];
  const html = `<!doctype html><title>Somebody's page</title>${example.replace('kahn-trace.js', 'SCRIPT')}`;
  const there = await Visit.to({ at: await serve({ html }), withoutFigure: true });
  await figures(there)
    .getByRole('button', { name: /^make tea: / })
    .waitFor();
  await expect.poll(() => position(figures(there))).toBe('event 5 of 7');
  await there.end();
});

test('under a strict foreign policy one can step, break and mend, and it asks for nothing but its script', async () => {
  const policy = [
    "default-src 'none'",
    "script-src SCRIPT 'wasm-unsafe-eval'",
    "style-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types kahn-trace',
  ].join('; ');
  const there = await visit(figure(), { policy });
  const it = figures(there);
  await it.waitFor();
  await press(it, 'Step forward');
  await expect.poll(() => position(it)).toMatch(/^event 2 of/);
  await press(it, 'Last event');
  await expect.poll(() => order(it)).toEqual(['a', 'b', 'c', 'd']);
  await press(it, 'Break it');
  await it.getByText('On a cycle').first().waitFor();
  await press(it, 'Mend it');
  await it.getByRole('button', { name: /^a: / }).waitFor();
  expect(there.requests).toEqual([there.url, `${element.origin}/kahn-trace.js`]);
  await there.end();
});

test('the page hears of every change and can make them', async () => {
  const there = await visit(`<script>
    window.heard = [];
    for (const type of ['cursorchange', 'definitionchange'])
      addEventListener(type, ({ detail }) => heard.push([type, detail]));
  </script>${figure('cursor="3"')}`);
  const it = figures(there);
  await it.waitFor();
  const heard = () =>
    there.page.evaluate(() => {
      const all = (window as unknown as { heard: [string, Record<string, unknown>][] }).heard;
      return all.splice(0);
    });
  expect(await heard()).toMatchObject([
    ['definitionchange', { definition: { name: 'diamond' } }],
    ['cursorchange', { cursor: 3, sentence: expect.stringContaining("'") }],
  ]);
  await press(it, 'Step forward');
  expect(await heard()).toMatchObject([['cursorchange', { cursor: 4 }]]);
  const host = there.page.locator('kahn-trace');
  await expect.poll(() => host.getAttribute('cursor')).toBe('4');
  await host.evaluate((element) => element.setAttribute('cursor', '1'));
  await expect.poll(() => position(it)).toMatch(/^event 2 of/);
  await host.evaluate((element) => {
    Object.assign(element, { definition: { name: 'two', steps: [{ name: 'x' }, { name: 'y' }] } });
  });
  await it.getByRole('button', { name: /^x: / }).waitFor();
  expect(await heard()).toMatchObject([
    ['cursorchange', { cursor: 1 }],
    ['definitionchange', { definition: { name: 'two' } }],
    ['cursorchange', { cursor: 0 }],
  ]);
  await press(it, 'Break it');
  const [[type, { definition }] = ['', {}]] = await heard();
  expect(type).toBe('definitionchange');
  expect(JSON.stringify(definition)).toContain('depends_on');
  const got = await host.evaluate(
    (element) => (element as HTMLElement & { definition: unknown }).definition,
  );
  expect(got).toEqual(definition);
  await there.end();
});

test('several figures go their own ways, and keys act in the one that has the focus', async () => {
  const there = await visit(
    `<button>The page's own</button>${figure()}${figure('', { ...diamond, name: 'other' })}`,
  );
  const [first, second] = [figures(there).nth(0), figures(there).nth(1)];
  await second.waitFor();
  await press(first, 'Step forward');
  await there.page.keyboard.press('ArrowRight');
  const both = async () => [await position(first), await position(second)];
  await expect
    .poll(both)
    .toEqual([expect.stringMatching(/^event 3 /), expect.stringMatching(/^event 1 /)]);
  await there.button("The page's own").focus();
  await there.page.keyboard.press('ArrowRight');
  await there.page.keyboard.press('End');
  await expect.poll(() => position(first)).toMatch(/^event 3 /);
  await press(second, 'Break it');
  await second.getByText('On a cycle').first().waitFor();
  expect(await first.getByText('On a cycle').count()).toBe(0);
  await there.end();
});

test("the page's rules do not reach in, and the figure's do not reach out", async () => {
  const rules = `<style>
    html { font: 62.5% fantasy; --accent: red; letter-spacing: 9px; text-align: right; direction: rtl }
    * { color: lime !important; font: 50px cursive !important; text-transform: uppercase !important }
    button, h2, p, figure, div { display: none !important; padding: 90px !important }
    .frame, .caption, .soft { opacity: 0 !important }
  </style>`;
  const looks = (at: Visit) =>
    figures(at).evaluate((it) => {
      const of = (element: Element) => {
        const style = getComputedStyle(element);
        const names = ['color', 'font', 'display', 'padding', 'opacity', 'textTransform'] as const;
        return [
          ...names,
          'letterSpacing',
          'direction',
          'backgroundColor',
          'textAlign' as const,
        ].map((name) => style[name as 'color']);
      };
      return [it, ...it.querySelectorAll('*')].map(of);
    });
  const plain = await visit(`<p id="own">Own</p>${figure()}`);
  await figures(plain).waitFor();
  const hostile = await visit(`${rules}<p id="own">Own</p>${figure()}`);
  await figures(hostile).waitFor();
  expect(await looks(hostile)).toEqual(await looks(plain));
  const own = await plain.page.locator('#own').evaluate((it) => getComputedStyle(it).fontFamily);
  const root = await plain.page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent'),
  );
  expect([own.includes('system-ui'), root]).toEqual([false, '']);
  await plain.end();
  await hostile.end();
});

test('a page with elements of the same names, and with the script twice, is none the worse', async () => {
  const there = await visit(`
    <script src="SCRIPT"></script>
    <script>
      window.made = 0;
      for (const name of ['graph-view', 'queue-view', 'transport-bar', 'step-tools'])
        customElements.define(name, class extends HTMLElement { constructor() { super(); made += 1; } });
    </script>
    <script src="SCRIPT?again"></script>${figure()}`);
  await press(figures(there), 'Last event');
  await expect.poll(() => order(figures(there))).toEqual(['a', 'b', 'c', 'd']);
  expect(await there.page.evaluate(() => (window as unknown as { made: number }).made)).toBe(0);
  await there.end();
});

test('its pipeline may come from an address, also one that changes', async () => {
  const other = JSON.stringify({ name: 'other', steps: [{ name: 'alone' }] });
  const files = { 'diamond.json': JSON.stringify(diamond), 'other.json': other };
  const there = await visit('<kahn-trace src="diamond.json"></kahn-trace>', { files });
  await figures(there).getByRole('button', { name: /^d: / }).waitFor();
  const host = there.page.locator('kahn-trace');
  await host.evaluate((element) => element.setAttribute('src', 'other.json'));
  await figures(there)
    .getByRole('button', { name: /^alone: / })
    .waitFor();
  await there.end();
});

test('what is wrong with a pipeline is said in a sentence', async () => {
  const cases: [string, RegExp][] = [
    [
      '<kahn-trace><script type="application/json">{"steps": [}</script></kahn-trace>',
      /inside this figure could not be read\. It is not JSON: .*line 1/,
    ],
    [
      '<kahn-trace src="none.json"></kahn-trace>',
      /'none.json' could not be loaded: the server answered 404/,
    ],
    [
      '<kahn-trace src="http://127.0.0.1:9/x.json"></kahn-trace>',
      /could not be loaded\. Look at the address/,
    ],
    [
      '<kahn-trace src="javascript:alert(1)"></kahn-trace>',
      /could not be loaded\. Look at the address/,
    ],
    [
      '<kahn-trace src="list.json"></kahn-trace>',
      /'list.json' could not be read\. It holds a list/,
    ],
  ];
  for (const [body, sentence] of cases) {
    const there = await visit(body, { files: { 'list.json': '[]' } });
    await there.page.getByRole('alert').waitFor();
    expect(await there.page.getByRole('alert').textContent()).toMatch(sentence);
    await there.page.context().close();
  }
  const unknown = { steps: [{ name: 'a', depends_on: ['ghost'] }] };
  const there = await visit(figure('', unknown));
  await there.page.getByText("Step 'a' depends on unknown step 'ghost'").waitFor();
  await there.end();
});

test('a page that forbids WebAssembly gets a sentence', async () => {
  const policy = "default-src 'none'; script-src SCRIPT";
  const there = await visit(figure(), { policy });
  await there.page.getByRole('alert').waitFor();
  expect(await there.page.getByRole('alert').textContent()).toMatch(/needs WebAssembly/);
  await there.page.context().close();
});

test('mode, theme and controls say what it is and how it looks', async () => {
  const there = await visit(
    figure('mode="run" theme="dark"') + figure('controls="none"', { ...diamond, name: 'still' }),
  );
  const [run, still] = [figures(there).nth(0), figures(there).nth(1)];
  await press(run, 'Run');
  await run
    .getByText(/^The run begins/)
    .first()
    .waitFor();
  await run.getByRole('tab', { name: 'Report' }).click();
  await run.getByText('Pipeline PASSED').waitFor();
  const scheme = (of: Locator) => of.evaluate((it) => getComputedStyle(it).colorScheme);
  expect(await scheme(run)).toBe('dark');
  expect(await still.getByRole('slider', { name: 'Event' }).count()).toBe(0);
  expect(await still.getByRole('button', { name: 'Break it' }).count()).toBe(0);
  const host = there.page.locator('kahn-trace').nth(1);
  await host.evaluate((element) => Object.assign(element, { cursor: 5, theme: 'light' }));
  await expect.poll(() => order(still)).toEqual(['a']);
  await expect.poll(() => host.getAttribute('theme')).toBe('light');
  await there.end();
});

test('taken out of the page and put back it goes on where it was', async () => {
  const there = await visit(figure());
  await press(figures(there), 'Last event');
  await expect.poll(() => position(figures(there))).not.toMatch(/^event 1 of/);
  const before = await position(figures(there));
  await there.page.evaluate(async () => {
    const host = document.querySelector('kahn-trace');
    host?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (host) document.body.append(host);
  });
  await expect.poll(() => position(figures(there))).toBe(before);
  await press(figures(there), 'First event');
  await there.end();
});

test('a large pipeline needs no worker', async () => {
  const there = await visit(figure());
  await figures(there).waitFor();
  await there.page
    .locator('kahn-trace')
    .evaluate((element, definition) => Object.assign(element, { definition }), {
      name: 'large',
      steps: syntheticSteps(6000),
    });
  const slider = figures(there).getByRole('slider', { name: 'Event' });
  await expect
    .poll(() => slider.getAttribute('max').then(Number), { timeout: 30_000 })
    .toBeGreaterThan(6000);
  await press(figures(there), 'Last event');
  expect(there.page.workers()).toEqual([]);
  await there.end();
});

test('the example page shows what it says and is free of complaints', async () => {
  const at = `${element.origin}/example.html`;
  const there = await Visit.to({ at, withoutFigure: true });
  const { page: it } = there;
  await expect.poll(() => figures(there).count()).toBe(3);
  await it.getByText(/^event 3: 'warm the pot'/).waitFor();
  await there.press('One on', 2);
  await expect.poll(() => it.locator('#moved').getAttribute('cursor')).toBe('2');
  // The parts of all figures are named alike; the figures around them are told apart by theirs.
  expect(await axeFindings(it, { without: ['landmark-unique'] })).toEqual([]);
  for (const request of there.requests) expect(request.startsWith(element.origin)).toBe(true);
  await there.end();
});
