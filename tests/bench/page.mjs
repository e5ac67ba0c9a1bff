// npm run bench:page: how soon the built page can be traced, and how soon a step forward is painted.
import { openBrowser } from '../web/browser.mjs';

const visits = 9;
const steps = 200;

const chain = (count) => ({
  steps: Array.from({ length: count }, (_, i) => ({
    name: `step ${i}`,
    depends_on: i === 0 ? [] : [`step ${i - 1}`, `step ${i >> 1}`].slice(0, (i % 2) + 1),
  })),
});

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function open(browser, url, definition) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (definition) {
    const saved = JSON.stringify({ version: 1, definition, cursor: 0, speed: 1, theme: 'system' });
    await page.addInitScript((text) => localStorage.setItem('run-orchestrator', text), saved);
  }
  await page.goto(url);
  await page.getByRole('slider', { name: 'Event' }).waitFor();
  const ready = await page.evaluate(() => performance.now());
  return { context, page, ready };
}

/** From a key to the paint that shows the next event, in milliseconds. */
const inputToPaint = (page, count) =>
  page.evaluate(async (presses) => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (let i = 0; i < presses; i += 1) {
      await painted();
      const start = performance.now();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      // What the key changes is rendered in microtasks; style and layout are forced here, so that waiting for the
      // screen's next refresh does not count.
      await new Promise((done) => setTimeout(done));
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    }
    return times;
  }, count);

const { url, browser, stop } = await openBrowser();
try {
  const times = [];
  for (let i = 0; i < visits; i += 1) {
    const { context, ready } = await open(browser, url);
    times.push(ready);
    await context.close();
  }
  const median = quantile(times, 0.5);
  console.log(
    `ready to trace: median ${median.toFixed(0)} ms of ${visits} visits (target: 1000 ms)`,
  );
  for (const [name, definition] of [
    ['the demo', undefined],
    ['50 steps', chain(50)],
    ['250 steps', chain(250)],
    ['5,000 steps', chain(5000)],
  ]) {
    const { context, page } = await open(browser, url, definition);
    const presses = definition ? steps : 14;
    const paint = await inputToPaint(page, presses);
    console.log(
      `key to layout, ${name.padEnd(11)}: median ${quantile(paint, 0.5).toFixed(1)} ms, 95 % within ${quantile(paint, 0.95).toFixed(1)} ms`,
    );
    await context.close();
  }
} finally {
  await stop();
}
