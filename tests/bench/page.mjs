// npm run bench:page: how soon the built page can be traced, how soon a step forward is painted, and how smoothly the
// picture moves.
import { availableParallelism, loadavg } from 'node:os';
import { openBrowser } from '../web/browser.mjs';
import { makeRandom } from './graphs.mjs';

const visits = 9;
const presses = 200;
/** Milliseconds that each movement goes on. */
const moving = 3000;

/** About 1.5 dependencies each, most of them on steps defined shortly before, one in eight on any. */
function pipeline(count) {
  const below = makeRandom(count);
  const steps = Array.from({ length: count }, (_, i) => {
    const wanted = Math.min(i, below(2) + 1);
    const depends_on = new Set();
    for (let k = 0; k < wanted; k += 1) {
      const reach = below(8) === 0 ? i : Math.min(i, Math.ceil(Math.sqrt(count)));
      depends_on.add(`step ${i - 1 - below(reach)}`);
    }
    return { name: `step ${i}`, depends_on: [...depends_on] };
  });
  return { name: `${count} steps`, steps };
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const slider = (page) => page.getByRole('slider', { name: 'Event' });
const picture = (page) => page.getByRole('region', { name: 'Graph of the pipeline' });

async function open(browser, url, definition) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (definition) {
    const saved = JSON.stringify({ version: 1, definition, cursor: 0, speed: 1, theme: 'system' });
    await page.addInitScript((text) => localStorage.setItem('run-orchestrator', text), saved);
  }
  await page.goto(url);
  await slider(page).waitFor();
  const ready = await page.evaluate(() => performance.now());
  if (definition) {
    // The start, the finish, in and out of the queue for each step, and a decrement for each dependency.
    const dependencies = definition.steps.flatMap(({ depends_on }) => depends_on).length;
    const last = 2 * definition.steps.length + dependencies + 1;
    const found = Number(await slider(page).evaluate((input) => input.max));
    if (found !== last) throw new Error(`The page shows ${found} events instead of ${last}.`);
    await picture(page).locator('svg').first().waitFor();
    await page.waitForTimeout(500);
  }
  return { context, page, ready };
}

/**
 * From a press of a button to the end of the frame that shows what came of it, in milliseconds: scripts, style, layout
 * and painting, without the time between that passes waiting for the screen's next refresh. With no button it is what
 * such a frame costs anyway. `late`: how often the picture changed again after that frame.
 */
const inputToPaint = (page, button, region, count) =>
  page.evaluate(
    async ([pressed, region, presses]) => {
      const taskAfter = (done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      };
      const pause = (time) => new Promise((done) => setTimeout(done, time));
      let isOver = false;
      let late = 0;
      const observer = new MutationObserver(() => {
        if (isOver) late += 1;
      });
      const what = { attributes: true, childList: true, characterData: true, subtree: true };
      observer.observe(region, what);
      const times = [];
      for (let i = 0; i < presses; i += 1) {
        await pause(30);
        await new Promise(requestAnimationFrame);
        await pause(0);
        isOver = false;
        const start = performance.now();
        // Asked for first, so that it begins the frame: what the page does in the frame comes after it.
        const frame = new Promise((done) => {
          requestAnimationFrame(() => {
            const begun = performance.now();
            taskAfter((painted) => done({ begun, painted }));
          });
        });
        pressed?.click();
        const [worked, { begun, painted }] = await Promise.all([new Promise(taskAfter), frame]);
        times.push(worked < begun ? worked - start + painted - begun : painted - start);
        isOver = true;
      }
      observer.disconnect();
      return { times, late };
    },
    [button, region, count],
  );

/** The milliseconds between one frame and the next while something goes on. */
async function framesDuring(page, action) {
  await page.evaluate(() => {
    const times = [];
    const note = (time) => {
      times.push(time);
      if (!window.over) requestAnimationFrame(note);
    };
    window.over = false;
    window.frames_ = times;
    requestAnimationFrame(note);
  });
  await action();
  return page.evaluate(() => {
    window.over = true;
    return window.frames_.slice(1).map((time, i) => time - window.frames_[i]);
  });
}

async function untilOver(act) {
  const end = performance.now() + moving;
  for (let i = 0; performance.now() < end; i += 1) await act(i);
}

/** What people do to a picture; each begins with the pointer in its middle. */
const movements = {
  panning: async (page, { x, y }) => {
    await page.mouse.down();
    await untilOver((i) => page.mouse.move(x + 150 * Math.sin(i / 12), y + 80 * Math.cos(i / 17)));
    await page.mouse.up();
  },
  zooming: async (page) => {
    await page.keyboard.down('Control');
    await untilOver((i) => page.mouse.wheel(0, i % 40 < 20 ? -30 : 30));
    await page.keyboard.up('Control');
  },
  'dragging the slider': async (page) => {
    const box = await slider(page).boundingBox();
    const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
    await page.mouse.move(...at(0.05));
    await page.mouse.down();
    await untilOver((i) => page.mouse.move(...at(0.5 - 0.45 * Math.cos(i / 60))));
    await page.mouse.up();
  },
  'holding the right arrow': async (page) => {
    await slider(page).focus();
    await untilOver(() => page.keyboard.down('ArrowRight'));
    await page.keyboard.up('ArrowRight');
  },
};

const verdicts = [];
function judge(what, value, limit) {
  verdicts.push(
    `  ${value <= limit ? 'met   ' : 'MISSED'}  ${what}: ${value.toFixed(1)} ms of at most ${limit}`,
  );
}

async function firstVisits({ browser, url }) {
  const times = [];
  for (let i = 0; i < visits; i += 1) {
    const { context, ready } = await open(browser, url);
    times.push(ready);
    await context.close();
  }
  const median = quantile(times, 0.5);
  console.log(`Ready to trace: median ${median.toFixed(0)} ms of ${visits} visits`);
  judge('ready to trace, median', median, 1000);
}

async function paints({ browser, url }) {
  console.log('\nFrom a step forward to its paint, in milliseconds');
  for (const [count, limit] of [[50, 8], [300], [1000, 16]]) {
    const { context, page } = await open(browser, url, pipeline(count));
    const button = await page
      .getByRole('button', { name: 'Step forward', exact: true })
      .elementHandle();
    const region = await picture(page).elementHandle();
    await inputToPaint(page, button, region, 10);
    const { times: idle } = await inputToPaint(page, null, region, 50);
    const { times, late } = await inputToPaint(page, button, region, Math.min(presses, 2 * count));
    const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
    console.log(
      `${String(count).padStart(6)} steps: half within ${half.toFixed(1)}, 95 % within ${most.toFixed(1)}, slowest ${Math.max(...times).toFixed(1)}; a frame without a step ${quantile(idle, 0.5).toFixed(1)}${late ? `; changed again later ${late} times` : ''}`,
    );
    if (limit) judge(`a step forward is painted, ${count} steps, 95 %`, most, limit);
    await context.close();
  }
}

async function motion({ browser, url }) {
  console.log('\nThe picture of 1,000 steps while it moves');
  for (const [name, move] of Object.entries(movements)) {
    const { context, page } = await open(browser, url, pipeline(1000));
    const box = await picture(page).boundingBox();
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    const before = await page.screenshot();
    const frames = await framesDuring(page, () => move(page, middle));
    if (before.equals(await page.screenshot())) throw new Error(`Nothing changed while ${name}.`);
    const seconds = frames.reduce((sum, frame) => sum + frame, 0) / 1000;
    const most = quantile(frames, 0.95);
    console.log(
      `  ${name.padEnd(24)} ${(frames.length / seconds).toFixed(0).padStart(3)} frames a second, 95 % within ${most.toFixed(1)} ms, longest ${Math.max(...frames).toFixed(0)} ms`,
    );
    // 60 frames a second, and a little for the clock.
    judge(`time between frames while ${name}, 95 %`, most, 17.5);
    await context.close();
  }
}

async function inBrowser(measure) {
  const opened = await openBrowser(undefined, { engineIsEnough: false });
  try {
    await measure(opened);
  } finally {
    await opened.stop();
  }
}

const load = loadavg()[0];
if (load > availableParallelism() / 2) {
  console.log(
    `Something else keeps this machine busy (load ${load.toFixed(1)}): times will be too long.`,
  );
}
for (const measure of [firstVisits, paints, motion]) await inBrowser(measure);
console.log(`\nTargets\n${verdicts.join('\n')}`);
