/** A visit to the built page: a fresh browser profile, and the moves of a learner by the names that people see. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { PipelineDefinition } from '../../wasm/module/types';
import { openBrowser } from './browser.mjs';

let url = '';
let browser: Browser;
let stop: () => Promise<void> = async () => {};

/** Starts the server and the browser for all tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    ({ url, browser, stop } = await openBrowser());
  });
  afterAll(() => stop());
}

export interface VisitOptions extends BrowserContextOptions {
  /** What the storage holds before the page is opened. */
  stored?: string;
  /** The end of the address that is opened: "#v1.…". */
  hash?: string;
  /** Runs in the page before its own scripts. */
  before?: () => void;
  /** Where the page is, unless where the server delivers it. */
  at?: string;
  /** Runs before the page is opened: to let requests fail, say. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Set where the hints of a first visit are wanted. */
  asNewcomer?: boolean;
  /** Set where the figure is not expected to appear. */
  withoutFigure?: boolean;
}

export class Visit {
  /** Everything that went wrong: errors, refused scripts, failed requests. */
  readonly complaints: string[] = [];
  readonly requests: string[] = [];

  private constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  static async to(options: VisitOptions = {}): Promise<Visit> {
    const {
      stored,
      before,
      prepare,
      asNewcomer,
      at = url,
      hash = '',
      withoutFigure,
      ...rest
    } = options;
    const context = await browser.newContext({ reducedMotion: 'reduce', ...rest });
    const page = await context.newPage();
    const visit = new Visit(page, at);
    visit.watch();
    if (!asNewcomer) {
      await page.addInitScript(() => localStorage.setItem('run-orchestrator hints', '3'));
    }
    if (stored !== undefined) {
      await page.addInitScript((text) => {
        if (!sessionStorage.getItem('stored')) localStorage.setItem('run-orchestrator', text);
        sessionStorage.setItem('stored', 'yes');
      }, stored);
    }
    if (before) await page.addInitScript(before);
    await prepare?.(page);
    await page.goto(at + hash);
    if (!withoutFigure) await visit.ready();
    return visit;
  }

  /** The same browser's next tab; it ends with this one. */
  async secondTab(): Promise<Visit> {
    const visit = new Visit(await this.page.context().newPage(), this.url);
    visit.watch();
    await visit.page.goto(this.url);
    await visit.ready();
    return visit;
  }

  /** The page anew, in the same tab. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }
  private async ready(): Promise<void> {
    await this.slider.waitFor();
    // What follows the first screen is there when this is.
    await this.page.getByRole('region', { name: /^Problems/ }).waitFor();
  }
  private watch(): void {
    this.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.complaints.push(message.text());
      }
    });
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Ends the visit; it must have gone by without a complaint, and without a request to anybody else. */
  async end(): Promise<void> {
    await this.page.context().close();
    expect(this.complaints).toEqual([]);
    expect(this.requests.filter((request) => !this.isOwn(request))).toEqual([]);
  }
  /** Somebody else's page may ask for what it likes; its tests look for themselves. */
  private isOwn(request: string): boolean {
    if (this.url !== url && !this.url.startsWith('file:')) return true;
    const { origin, protocol } = new URL(request);
    return origin === new URL(this.url).origin || protocol === 'data:' || protocol === 'blob:';
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  async press(name: string | RegExp, times = 1): Promise<void> {
    for (let i = 0; i < times; i += 1) await this.button(name).click();
  }
  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }
  /** The picture; within it every step is a button. */
  get picture(): Locator {
    return this.page.getByRole('group', { name: /^Graph of/ });
  }
  /** A step in the picture: "extract: ready, 1st, in-degree 0, tier 1". */
  step(name: string): Locator {
    return this.picture
      .locator('[aria-pressed]')
      .and(this.page.getByRole('button', { name: `${name}: ` }));
  }
  get slider(): Locator {
    return this.page.getByRole('slider', { name: 'Event' });
  }
  /** Chooses a panel of "Look closer" or of the run, or how the pipeline is written. */
  async tab(name: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name, exact: true });
    const chosen = this.page.getByRole('tab', { name, exact: true, selected: true });
    // What comes into sight on the way takes its room first, or the tab moves away under the click; as it may all the same.
    await this.follows(tab);
    await tab.click();
    await chosen.waitFor({ timeout: 3000 }).catch(() => tab.click());
  }
  async sample(title: string): Promise<void> {
    await this.press('Samples');
    await this.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  }
  /** What the storage has of the work that was saved last. */
  async kept(): Promise<{ definition: PipelineDefinition }> {
    const text = await this.page.evaluate(() => {
      const newest = localStorage.getItem('run-orchestrator newest');
      return localStorage.getItem(`run-orchestrator work ${newest}`);
    });
    return JSON.parse(text ?? '{}');
  }
  /** Follows a link to this page within it. */
  async follow(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }
  /** "event 5 of 16" */
  async position(): Promise<string | null> {
    await this.nextFrames();
    return this.slider.getAttribute('aria-valuetext');
  }
  async order(): Promise<string[]> {
    return this.names('Order');
  }
  /** In a run: what has ended, in whatever way. */
  async settled(): Promise<string[]> {
    return this.names('Settled');
  }
  async queue(): Promise<string[]> {
    return this.names('Ready queue');
  }
  /** The rows of the in-degree table as their cells' texts. */
  async inDegrees(): Promise<string[][]> {
    const table = this.page.getByRole('table', { name: 'In-degrees' });
    await this.follows(table);
    const rows = await table.getByRole('row').all();
    const cells = rows.slice(1).map(async (row) => row.getByRole('cell').allInnerTexts());
    return (await Promise.all(cells)).map((row) => row.map((text) => text.trim()));
  }
  async problems(): Promise<string[]> {
    const list = this.page
      .getByRole('region', { name: /^Problems/ })
      .getByRole('button', { name: /^(error|warning): / });
    // Not as it is painted: what is out of sight may not have been yet.
    return (await list.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Lists and tables out of sight follow a little later than the others. */
  private async follows(list: Locator): Promise<void> {
    await list.scrollIntoViewIfNeeded();
    await this.nextFrames();
  }
  /** Lists, tables and the transport follow in the frame after the picture's. */
  private async nextFrames(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  private async names(region: string): Promise<string[]> {
    const list = this.page.getByRole('region', { name: region, exact: true });
    await this.follows(list);
    const items = list.getByRole('listitem');
    return (await items.allInnerTexts()).map((text) => text.replace(/^\d+\s*/, '').trim());
  }
}
