import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { debianGraph, syntheticSteps } from './debian.mjs';
import { type Task, tasksOf } from './main_thread';
import { useBrowser, Visit } from './visit';

useBrowser();
// Tracing what the thread does takes its time too.
vi.setConfig({ testTimeout: 180_000 });

declare global {
  interface Window {
    violations: string[];
  }
}

const graph = debianGraph();
console.log(`${graph.steps} steps, ${graph.dependencies} dependencies, from ${graph.source}`);

/**
 * The longest that the page's thread may work without a frame in between, in milliseconds. `npm run bench:large` asks for
 * 50; here, where other tests run at the same time, only what has been forgotten on the page's thread is to be found.
 */
const longest = Number(process.env['LONGEST_TASK'] ?? 300);

async function visited(): Promise<Visit> {
  return Visit.to({
    before: () => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        window.violations.push(`${violatedDirective} ${blockedURI}`);
      });
    },
  });
}

async function leave(visit: Visit): Promise<void> {
  expect(await visit.page.evaluate(() => window.violations)).toEqual([]);
  await visit.end();
}

/** Opens a file as a learner does. */
async function open(visit: Visit, file: string | object): Promise<void> {
  await visit.press('Samples');
  const chooser = visit.page.waitForEvent('filechooser');
  await visit.page.getByRole('button', { name: /^Open a file/ }).click();
  const buffer = () => Buffer.from(JSON.stringify(file));
  await (await chooser).setFiles(
    typeof file === 'string'
      ? file
      : { name: 'pipeline.json', mimeType: 'application/json', buffer: buffer() },
  );
}

async function isReady(visit: Visit): Promise<void> {
  const events = () => visit.slider.getAttribute('max').then(Number);
  await expect.poll(events, { timeout: 30_000 }).toBeGreaterThan(1000);
  await visit.button('Cancel').waitFor({ state: 'hidden' });
}

const sixty = () => ({ name: 'sixty thousand', steps: syntheticSteps(60_000) });

/** What the page's thread did meanwhile, task by task. */
async function watched(page: Page, what: string, act: () => Promise<void>): Promise<Task[]> {
  const tasks = await tasksOf(page, act);
  const top = tasks.slice(0, 3).map(({ wall, cpu }) => `${wall} (${cpu})`);
  console.log(`${what}: longest tasks in ms, of that at work: ${top.join(', ')}`);
  return tasks.filter(({ cpu }) => cpu > longest);
}

/** Scrolls a list from its beginning to its end, frame by frame. */
async function scroll(visit: Visit, name: string | RegExp): Promise<void> {
  await visit.page.getByRole('group', { name, exact: true }).evaluate(async (element) => {
    for (let at = 0; at <= 20; at += 1) {
      element.scrollTo(
        ((element.scrollWidth - element.clientWidth) * at) / 20,
        ((element.scrollHeight - element.clientHeight) * at) / 20,
      );
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
}

test('a real graph of sixty thousand steps opens, stalls, names its cycles and scrubs', async () => {
  const visit = await visited();
  const { page } = visit;
  const late: Record<string, Task[]> = {};
  const during = async (what: string, act: () => Promise<void>) => {
    const tasks = await watched(page, what, act);
    if (tasks.length > 0) late[what] = tasks;
  };
  const before = performance.now();
  await during('opening', async () => {
    await open(visit, graph.file);
    await visit.button('Cancel').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Progress' }).count()).toBe(1);
    await isReady(visit);
  });
  console.log(`opened after ${Math.round(performance.now() - before)} ms`);
  await during('stalling', async () => {
    await visit.press('Last event');
    await page
      .getByText(/^Stalled/)
      .first()
      .waitFor();
  });
  const paths = page.getByRole('group', { name: 'Closed paths' }).getByRole('button');
  const path = (await paths.first().textContent())?.replace(/\s+/g, ' ');
  expect(path).toMatch(/^ ?\d+ steps?: \S+ → \S+/);
  await during('reading the cycles', async () => {
    await scroll(visit, 'Closed paths');
    await scroll(visit, 'Steps on a cycle');
    await paths.last().click();
  });
  await during('stepping back', async () => {
    await page.locator('body').press('End');
    for (let at = 0; at < 40; at += 1) await page.keyboard.press('ArrowLeft');
  });
  await during('scrubbing', async () => {
    await visit.slider.evaluate(async (element) => {
      const slider = element as HTMLInputElement;
      for (let at = 0; at <= 60; at += 1) {
        slider.value = String(Math.round((Number(slider.max) * at) / 60));
        slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
  });
  await during('scrolling', async () => {
    await scroll(visit, 'Steps in order');
    await scroll(visit, 'In-degrees');
    await page.getByText('Steps as a table').click();
    await scroll(visit, 'Steps');
    await scroll(visit, /^Steps, /);
  });
  await during('finding a step', async () => {
    await page.locator('body').press('/');
    await page.getByRole('combobox', { name: 'Find a step' }).waitFor();
    await page.keyboard.type('lib');
    await page.getByText(/^12 of [\d,]+: /).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  });
  expect(late).toEqual({});
  await leave(visit);
});

test('large pipelines are edited, undone, broken off and run', async () => {
  const visit = await visited();
  const { page } = visit;
  await open(visit, sixty());
  await isReady(visit);
  const late = await watched(page, 'editing', async () => {
    await visit.field('Name of step 3').fill('renamed');
    await isReady(visit);
    await visit.press("Remove 'renamed'");
    await isReady(visit);
    await visit.press("Undo: remove 'renamed'");
    await isReady(visit);
  });
  expect(await visit.field('Name of step 3').inputValue()).toBe('renamed');
  await visit.press('Mend it');
  await isReady(visit);
  expect(
    await watched(page, 'running', async () => {
      await visit.tab('Report');
      await visit.press('Run it');
      await visit.button('Download report.txt').waitFor();
    }),
  ).toEqual([]);
  const download = page.waitForEvent('download');
  await visit.press('Download report.txt');
  expect((await download).suggestedFilename()).toBe('report.txt');
  expect(late).toEqual([]);
  await leave(visit);
});

test('a large pipeline can be looked at in every way without a frame being late', async () => {
  const visit = await visited();
  const { page } = visit;
  await open(visit, sixty());
  await isReady(visit);
  const late: Record<string, Task[]> = {};
  const during = async (what: string, act: () => Promise<void>) => {
    const tasks = await watched(page, what, act);
    if (tasks.length > 0) late[what] = tasks;
  };
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const found = {
    Why: page.getByRole('group', { name: 'Why', exact: true }),
    Cycles: region('Smallest mends').getByText('opens every cycle').first(),
    'Depth-first': region('Depth-first search'),
    Tiers: region('Tiers'),
    'All orders': region('Orders side by side'),
    Cost: page.getByRole('heading', { name: 'As the pipeline grows' }),
  };
  for (const [name, told] of Object.entries(found)) {
    await during(name, async () => {
      await visit.tab(name);
      await told.scrollIntoViewIfNeeded();
    });
  }
  await visit.tab('Tiers');
  await during('leaving a dependency out', async () => {
    await page.getByRole('combobox', { name: 'Leave out' }).selectOption({ index: 1 });
    await page.getByRole('region', { name: 'Tiers without it' }).waitFor();
  });
  await during('coming back to the search', async () => {
    await visit.tab('Depth-first');
    await region('Depth-first search').scrollIntoViewIfNeeded();
  });
  await during('stepping beside the search', async () => {
    await visit.press('Step forward', 10);
    await region('Depth-first search')
      .getByText('All 60,000 steps are white')
      .waitFor({ state: 'hidden' });
  });
  expect(late).toEqual({});
  await leave(visit);
});

test('cancelling keeps what was there, and the same file can be opened afterwards', async () => {
  const visit = await visited();
  await visit.field('Name of step 1').fill('mine');
  await open(visit, sixty());
  await visit.press('Cancel');
  expect(await visit.field('Name of step 1').inputValue()).toBe('mine');
  expect(await visit.position()).toBe('event 1 of 16');
  await visit.page.waitForTimeout(1000);
  expect(await visit.field('Name of step 1').inputValue()).toBe('mine');
  await open(visit, sixty());
  await isReady(visit);
  await visit.press(/^Undo/);
  expect(await visit.field('Name of step 1').inputValue()).toBe('mine');
  await leave(visit);
});

test('a worker that dies costs a sentence and nothing of what was there', async () => {
  const visit = await visited();
  const { page } = visit;
  page.on('worker', (worker) => {
    void worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('gone');
      });
    });
  });
  await open(visit, sixty());
  await page.getByText(/could not be (opened|prepared).*gone/).waitFor();
  await visit.button('Reload the page').waitFor();
  expect(await visit.field('Name of step 1').inputValue()).toBe('extract');
  await visit.press('Step forward');
  expect(await visit.position()).toBe('event 2 of 16');
  visit.complaints.splice(0);
  await leave(visit);
});

test('a worker that cannot be had costs a sentence too', async () => {
  const visit = await visited();
  await visit.page.route(/worker/, (route) => route.abort());
  await open(visit, sixty());
  await visit.page.getByText(/could not be (opened|prepared)/).waitFor();
  await visit.sample('Diamond');
  await visit.press('Last event');
  expect(await visit.order()).toEqual(['fetch', 'clean', 'count', 'report']);
  visit.complaints.splice(0);
  await leave(visit);
});

test('a thousand steps behave like sixty thousand', async () => {
  const visit = await visited();
  const { page } = visit;
  await open(visit, { name: 'a thousand', steps: syntheticSteps(1000) });
  await isReady(visit);
  await visit.press('Last event');
  await page
    .getByText(/^Stalled/)
    .first()
    .waitFor();
  await page.getByText('Closed path').first().waitFor();
  await page.locator('body').press('/');
  await page.getByRole('combobox', { name: 'Find a step' }).waitFor();
  await page.keyboard.type('999');
  await page.getByRole('option', { name: 'package-999' }).click();
  await leave(visit);
});

test('a file that cannot be opened is said, and one dropped on the page is opened', async () => {
  const visit = await visited();
  const { page } = visit;
  await open(visit, { steps: [{ name: 7 }] });
  await page.getByText("'pipeline.json' could not be opened. Step 1 has no name").waitFor();
  expect(await visit.field('Name of step 1').inputValue()).toBe('extract');
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File(['{"steps": [{"name": "dropped"}]}'], 'mine.json'));
    const init = { bubbles: true, cancelable: true, composed: true, dataTransfer: files };
    document.body.dispatchEvent(new DragEvent('dragover', init));
    document.body.dispatchEvent(new DragEvent('drop', init));
  });
  await expect.poll(() => visit.field('Name of step 1').inputValue()).toBe('dropped');
  await visit.press(/^Undo/);
  expect(await visit.field('Name of step 1').inputValue()).toBe('extract');
  await leave(visit);
});

test('what is too large to be kept leaves the work before it where it was', async () => {
  const visit = await visited();
  const { page } = visit;
  await visit.field('Name of step 1').fill('mine');
  await page.waitForTimeout(400);
  await open(visit, sixty());
  await isReady(visit);
  await page.getByText('too large to be kept in the browser').waitFor();
  await page.reload();
  expect(await visit.field('Name of step 1').inputValue()).toBe('mine');
  await leave(visit);
});
