import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileNameFor } from '../../web/src/views/download';
import type * as Export from '../../web/src/views/graph/export';
import { openBrowser } from './browser.mjs';

declare global {
  interface Window {
    exporting: typeof Export;
    source: SVGSVGElement;
  }
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** What is shown of the picture below, and how large. */
const shown = { x: 10, y: 20, width: 340, height: 210 };
const scale = 1.5;
const hostile = '</text><script>alert("x")</script> & \'<b onclick=1>\' ]]> &lt;';
const notForXml = '\u0000\u0007\u000b\ufffe\ud800';

const css = `
  :host { display: block; }
  .region { width: 510px; height: 315px; overflow: hidden; background: var(--surface); }
  svg { display: block; }
  text { fill: var(--ink); text-anchor: middle; }
  .body { fill: var(--tint); stroke: var(--hue); stroke-width: 1.5; }
  .ready { --hue: var(--ready); --tint: var(--ready-tint); }
  .taken { --hue: var(--taken); --tint: var(--taken-tint); }
  .taken .body { stroke-width: 3; }
  .behind { --hue: var(--behind); --tint: var(--behind-tint); }
  .behind .body { stroke-dasharray: 5 4; }
  .name { font: var(--strong) 14px var(--mono); unicode-bidi: plaintext; }
  .words { font: var(--plain) 12.5px var(--font); font-variant-numeric: tabular-nums; }
  .words tspan { font-weight: 700; fill: var(--accent); }
  .line { fill: none; stroke: var(--ink-soft); stroke-width: 2; stroke-linecap: round; }
  .off { stroke-dasharray: 1 5; }
  .head { fill: var(--ink-soft); opacity: .7; }
  .label { font: var(--strong) 12.5px var(--font); fill: var(--cycle); paint-order: stroke;
    stroke: var(--surface); stroke-width: 6px; stroke-linejoin: round; }
  .mixed { fill: color-mix(in oklab, var(--accent) 40%, transparent); r: 12px; }
  .moved { transform: translate(30px, 4px) rotate(8deg); }
  .apart { opacity: .3; }
  .token { opacity: 0; }
  .gone { display: none; }
  .unseen { visibility: hidden; }
  .ghost { fill: transparent; stroke: none; }`;

const picture = `
  <g aria-hidden="true">
    <g class="arrow"><path class="line" d="M150,80C190,80 190,150 230,150"/><path class="head" d="M240,150L230,145L230,155Z"/></g>
    <g class="arrow"><path class="line off" d="M60,100C60,140 60,140 60,200"/></g>
    <path class="line beyond" d="M900,100L950,100"/>
    <path class="line reaching" d="M300,225L900,225"/>
    <text class="label" transform="translate(200 205) rotate(-12)" y="4">closes a cycle</text>
  </g>
  <g id="steps">
    <g class="box ready" role="button" tabindex="0" data-step="0" onfocus="void 0" aria-label="extract" transform="translate(20 50)">
      <title>a tooltip</title>
      <rect class="body" width="130" height="58" rx="9"/>
      <text class="name" x="65" y="25">extract</text><text class="words" x="65" y="45">ready, <tspan>1st</tspan> of 12</text>
    </g>
    <g class="box taken" transform="translate(240 120)">
      <rect class="body" width="90" height="58" rx="9"/><text class="name hostile" x="20" y="25"></text>
    </g>
    <g class="box behind apart" transform="translate(200 30)">
      <rect class="body" width="120" height="58" rx="9"/><text class="name" x="60" y="25">تحميل البيانات</text>
    </g>
    <g class="moved"><circle class="mixed" cx="60" cy="140"/></g>
    <g class="gone"><rect width="500" height="500"/></g>
    <rect class="unseen" width="500" height="500"/>
    <rect class="ghost" x="30" y="30" width="20" height="20"/>
    <g class="box beyond" transform="translate(-300 0)"><rect class="body" width="130" height="58"/><text>beyond</text></g>
  </g>
  <circle class="token" r="70" cx="100" cy="100"/>
  <foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">no</p></foreignObject>`;

let browser: Browser;
let url = '';
let stop = async () => {};
const folder = mkdtempSync(path.join(tmpdir(), 'export-'));

beforeAll(async () => {
  // The page's own policy holds here too.
  const policy = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(read('web/index.html'));
  if (!policy) throw new Error('The page has no policy.');
  const source = read('web/src/views/graph/export.ts');
  const { code } = await transformWithOxc(source, 'export.ts');
  mkdirSync(folder, { recursive: true });
  const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  file('tokens.css', read('web/src/styles/tokens.css'));
  file('export.js', code);
  file(
    'fixture.js',
    `import * as exporting from './export.js';
    const host = document.querySelector('main');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    root.adoptedStyleSheets = [sheet];
    const { x, y, width, height } = ${JSON.stringify(shown)};
    const text = '<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="group">' + ${JSON.stringify(picture)} + '</svg>';
    const source = document.importNode(new DOMParser().parseFromString(trusted(text), 'image/svg+xml').documentElement, true);
    function trusted(text) { return trustedTypes.createPolicy('lit-html', { createHTML: (same) => same }).createHTML(text); }
    source.setAttribute('viewBox', [x, y, width, height].join(' '));
    source.setAttribute('width', width * ${scale});
    source.setAttribute('height', height * ${scale});
    source.setAttribute('aria-label', 'Graph of <demo> & more\\u0000');
    source.querySelector('.hostile').textContent = ${JSON.stringify(hostile + notForXml)};
    const region = document.createElement('div');
    region.className = 'region';
    region.append(source);
    root.append(region);
    Object.assign(window, { exporting, source });`,
  );
  file(
    'index.html',
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy[0]}<title>x</title>
    <link rel="stylesheet" href="tokens.css"></head><body><main></main><script type="module" src="fixture.js"></script></body></html>`,
  );
  ({ browser, url, stop } = await openBrowser(folder));
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'source' in window);
  return page;
}

const exported = (page: Page) =>
  page.evaluate(([part, factor]) => window.exporting.pictureAsSvg(window.source, part, factor), [
    shown,
    scale,
  ] as const);

/** Elements and their attributes, as another program would read them. */
const parsed = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [documentElement, ...documentElement.querySelectorAll('*')];
    return all.map((element) => ({
      tag: element.localName,
      attributes: Object.fromEntries(
        [...element.attributes].map((attribute) => [attribute.name, attribute.value]),
      ),
      text: element.textContent,
    }));
  }, svg);

describe('the picture as SVG', () => {
  test('is well-formed and holds nothing but shapes and text', async () => {
    const page = await open();
    const svg = await exported(page);
    const blank = await (await browser.newContext()).newPage();
    const elements = await parsed(blank, svg);
    expect(elements[0]).toMatchObject({
      tag: 'svg',
      attributes: { width: '510', height: '315', viewBox: '10 20 340 210' },
    });
    const tags = new Set(elements.map(({ tag }) => tag));
    expect([...tags].sort()).toEqual(
      ['circle', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan'].sort(),
    );
    const names = new Set(elements.flatMap(({ attributes }) => Object.keys(attributes)));
    for (const name of names) {
      expect(name).not.toMatch(/^(on|aria|data|class$|id$|role$|tabindex$|style$|href)/);
    }
    for (const { attributes } of elements) {
      for (const value of Object.values(attributes)) {
        expect(value).not.toMatch(/var\(|light-dark|color-mix|oklab|rgb|url\(/);
      }
    }
    await page.context().close();
    await blank.context().close();
  });

  test('keeps names as text, whatever they are', async () => {
    const page = await open();
    const svg = await exported(page);
    const blank = await (await browser.newContext()).newPage();
    const elements = await parsed(blank, svg);
    const texts = elements.filter(({ tag }) => tag === 'text').map(({ text }) => text);
    expect(texts).toEqual([
      'closes a cycle',
      'extract',
      'ready, 1st of 12',
      hostile,
      'تحميل البيانات',
    ]);
    expect(elements.find(({ tag }) => tag === 'title')?.text).toBe('Graph of <demo> & more');
    await page.context().close();
    await blank.context().close();
  });

  test('leaves out what is not seen and what lies outside', async () => {
    const page = await open();
    const svg = await exported(page);
    expect(svg).toContain('M300,225L900,225');
    for (const outside of ['M900,100', 'beyond', 'width="500"', 'r="70"', 'tooltip']) {
      expect(svg).not.toContain(outside);
    }
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('alone looks as on the page, %s', async (scheme) => {
    const page = await open(scheme);
    // Without the characters that no file may hold: a browser leaves room for some of them.
    await page.evaluate((text) => {
      const name = window.source.querySelector('.hostile');
      if (name) name.textContent = text;
    }, hostile);
    const svg = await exported(page);
    const onPage = await page.locator('.region').screenshot();
    const png = await page.evaluate(async (text) => {
      const file = await window.exporting.svgAsPng(text, 510, 315, 1);
      return [...new Uint8Array(await file.arrayBuffer())];
    }, svg);
    // Neither the page's styles nor its theme are known there.
    const alone = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    const view = { width: 510, height: 315 };
    await alone.setViewportSize(view);
    await alone.setContent(`<body style="margin:0">${svg}</body>`);
    const alike = await alone.screenshot();
    for (const other of [alike, Buffer.from(png)]) {
      const { worst, share, colours } = await difference(alone, onPage, other);
      expect(colours).toBeGreaterThan(20);
      // Only the smoothing of edges may differ.
      expect(share).toBeLessThan(0.001);
      expect(worst).toBeLessThan(100);
    }
    await page.context().close();
    await alone.context().close();
  });
});

/** The largest difference of two pictures' channels, and the share of pixels that differ by more than a little. */
function difference(page: Page, a: Buffer, b: Buffer) {
  const addresses = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (sources) => {
    const pixels = await Promise.all(
      sources.map(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
        brush.drawImage(image, 0, 0);
        return brush.getImageData(0, 0, canvas.width, canvas.height).data;
      }),
    );
    const [left = new Uint8ClampedArray(), right = new Uint8ClampedArray()] = pixels;
    if (left.length !== right.length) return { worst: 255, share: 1, colours: 0 };
    let worst = 0;
    let different = 0;
    const colours = new Set<number>();
    for (let i = 0; i < left.length; i += 4) {
      let most = 0;
      for (let k = i; k < i + 4; k++)
        most = Math.max(most, Math.abs((left[k] ?? 0) - (right[k] ?? 0)));
      worst = Math.max(worst, most);
      if (most > 24) different++;
      colours.add(((left[i] ?? 0) << 16) | ((left[i + 1] ?? 0) << 8) | (left[i + 2] ?? 0));
    }
    return { worst, share: different / (left.length / 4), colours: colours.size };
  }, addresses);
}

describe('the picture as PNG', () => {
  const sizeOf = (page: Page, svg: string, width: number, height: number, ratio: number) =>
    page.evaluate(
      async ([text, w, h, r]) => {
        const file = await window.exporting.svgAsPng(text, w, h, r);
        const picture = await createImageBitmap(file);
        return [file.type, picture.width, picture.height];
      },
      [svg, width, height, ratio] as const,
    );

  test('has the size that was asked for, up to what a canvas can be', async () => {
    const page = await open();
    const svg = await exported(page);
    expect(await sizeOf(page, svg, 510, 315, 2)).toEqual(['image/png', 1020, 630]);
    expect(await sizeOf(page, svg, 20000, 100, 2)).toEqual(['image/png', 8192, 41]);
    expect(await sizeOf(page, svg, 8000, 8000, 1)).toEqual(['image/png', 4096, 4096]);
    await page.context().close();
  });

  test('says in a sentence when it cannot be made', async () => {
    const page = await open();
    for (const [svg, size] of [
      ['<svg', 10],
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 0],
    ] as const) {
      await expect(sizeOf(page, svg, size, size, 1)).rejects.toThrow('Save it as SVG instead.');
    }
    await page.context().close();
  });
});

test('file names are safe and still say what the file is', () => {
  const names = {
    'demo ETL': 'demo-ETL.svg',
    'Bericht für März': 'Bericht-für-März.svg',
    夜間バッチ: '夜間バッチ.svg',
    '../../etc/passwd': 'etc-passwd.svg',
    'a:b*c?"<d>|e\\f': 'a-b-c-d-e-f.svg',
    '\u202egnp.exe\u0000': 'gnp.exe.svg',
    '.hidden. ': 'hidden.svg',
    con: 'pipeline-con.svg',
    'NUL.txt': 'pipeline-NUL.txt.svg',
    console: 'console.svg',
    '…': 'pipeline.svg',
    '': 'pipeline.svg',
    ['x'.repeat(1000)]: `${'x'.repeat(60)}.svg`,
  };
  for (const [name, expected] of Object.entries(names)) {
    expect(fileNameFor(name, 'svg')).toBe(expected);
  }
});
