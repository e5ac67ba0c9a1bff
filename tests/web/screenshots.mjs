// Pictures of the page in its main states, both themes, wide and narrow, for people to look at:
// npm run screenshots [-- part of a name]   → tests/web/screenshots/
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.mjs';

const folder = path.join(import.meta.dirname, 'screenshots');
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } };
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const forward = async (page, times) => {
  for (let i = 0; i < times; i += 1) await press(page, 'Step forward');
};
const sample = async (page, title) => {
  await press(page, 'Samples');
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
};

const failing = async (page, step, doing) => {
  const field = page.getByRole('combobox', { name: 'Make it fail' });
  await field.scrollIntoViewIfNeeded();
  await field.selectOption({ label: step });
  await press(page, doing);
};

/** One of the panels under "Look closer" or of the run. */
const closer = (page, name) => page.getByRole('tab', { name, exact: true }).click();

/** So many steps, in tiers of so many. */
const pipeline = (count, tier) => {
  const steps = Array.from({ length: count }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < tier ? [] : [`step ${at - tier}`, `step ${at - 1 - ((at * 7) % tier)}`],
  }));
  const definition = { name: `${count} steps`, steps };
  return JSON.stringify({ version: 1, definition, cursor: 0, speed: 1, theme: 'system' });
};

const scenes = {
  start: { act: async () => {} },
  middle: { act: (page) => forward(page, 7) },
  sorted: { act: (page) => press(page, 'Last event') },
  stalled: { act: (page) => press(page, 'Break it') },
  tail: {
    act: async (page) => {
      await sample(page, 'Tail behind');
      await press(page, 'Last event');
    },
  },
  self: { act: (page) => sample(page, 'Self-dependency') },
  diamond: {
    act: async (page) => {
      await sample(page, 'Diamond');
      await forward(page, 8);
    },
  },
  ci: {
    act: async (page) => {
      await sample(page, 'CI');
      await forward(page, 24);
    },
  },
  chosen: {
    act: async (page) => {
      await sample(page, 'CI');
      await forward(page, 12);
      await page.getByRole('button', { name: /^build web: / }).click();
    },
  },
  cut: {
    stored: pipeline(60, 4),
    act: (page) => forward(page, 40),
  },
  thousand: {
    stored: pipeline(1000, 25),
    act: async (page) => {
      await press(page, 'Fit');
      await page.getByRole('slider', { name: 'Event' }).fill('2000');
    },
  },
  large: {
    stored: pipeline(5000, 40),
    act: (page) => page.getByRole('slider', { name: 'Event' }).fill('9000'),
  },
  problems: {
    act: async (page) => {
      await sample(page, 'Unknown');
      await page.getByRole('textbox', { name: "Max attempts, 'mix'" }).fill('0');
      await page.getByRole('button', { name: /^Depends on, 'bake'/ }).click();
    },
    whole: true,
  },
  text: {
    act: async (page) => {
      await sample(page, 'Unknown');
      await page.getByRole('tab', { name: 'Text' }).click();
      await page.getByRole('button', { name: /^Line/ }).click();
    },
  },
  draft: {
    act: async (page) => {
      await page.getByRole('tab', { name: 'Text' }).click();
      await page.getByRole('textbox', { name: 'Pipeline file' }).fill('{ "steps": [');
      await sample(page, 'Diamond');
      await page.getByRole('button', { name: 'Keep writing' }).scrollIntoViewIfNeeded();
    },
  },
  rows: {
    act: async (page) => {
      await press(page, 'Paste rows…');
      const field = page.getByRole('textbox', { name: 'Rows from a spreadsheet' });
      await field.fill('name\towner\tdepends on\nfetch\tada\t\nload\tbob\tfetch; transform');
    },
  },
  report: {
    act: async (page) => {
      await sample(page, 'CI');
      await press(page, 'Run');
      await forward(page, 9);
    },
    whole: true,
  },
  run: {
    act: async (page) => {
      await sample(page, 'CI');
      await failing(page, 'scan', 'fails once, then works');
      await press(page, 'Run');
      await forward(page, 14);
    },
    whole: true,
  },
  ...Object.fromEntries(
    ['Fail-fast or continue', 'Retry or skip', 'Compare rules', 'Workers'].map((name) => [
      name.toLowerCase(),
      {
        act: async (page) => {
          await sample(page, 'CI');
          await failing(page, 'scan', 'fails once, then works');
          await failing(page, 'API tests', 'always fails');
          const workers = page.getByRole('combobox', { name: 'Workers', includeHidden: true });
          // On narrow screens the rules are folded.
          await workers.selectOption('3', { force: true });
          await closer(page, name);
        },
        whole: true,
      },
    ]),
  ),
  editing: {
    act: async (page) => {
      await page.getByRole('button', { name: /^Action, 'load'/ }).click();
      await press(page, "Remove 'validate'");
      await page.getByRole('button', { name: /^Action, 'load'/ }).click();
    },
    whole: true,
  },
  samples: { act: (page) => press(page, 'Samples') },
  help: { act: (page) => page.keyboard.press('?') },
  'hint one': { hint: '0', act: (page) => page.getByRole('button', { name: 'Got it' }).waitFor() },
  'hint two': { hint: '1', act: (page) => page.getByRole('button', { name: 'Got it' }).waitFor() },
  code: {
    act: async (page) => {
      await forward(page, 5);
      await page.getByRole('tab', { name: 'Python' }).click();
      await page.getByRole('checkbox', { name: 'Explain the lines' }).check();
      await page.getByText(/^First in, first out: /).waitFor();
    },
    whole: true,
  },
  log: {
    act: async (page) => {
      await page.getByRole('combobox', { name: 'When ready' }).fill('load');
      await press(page, 'Stop there');
      await forward(page, 4);
      await press(page, 'Bookmark event 5');
      const note = page.getByRole('textbox', { name: 'Note on event 5' });
      await note.fill('Why is it lowered only now?');
    },
  },
  cycles: {
    act: async (page) => {
      await sample(page, 'Tail behind');
      await closer(page, 'Cycles');
      await press(page, 'Walk along it');
      await press(page, 'On along it');
    },
    whole: true,
  },
  'depth-first': {
    act: async (page) => {
      await sample(page, 'Diamond');
      await closer(page, 'Depth-first');
      await forward(page, 8);
    },
    whole: true,
  },
  present: {
    act: async (page) => {
      await forward(page, 6);
      await press(page, 'Present');
    },
  },
  paper: {
    act: async (page) => {
      await forward(page, 6);
      await page.waitForLoadState('networkidle');
      await page.emulateMedia({ media: 'print' });
    },
    whole: true,
  },
  tiers: {
    act: async (page) => {
      await sample(page, 'CI');
      await closer(page, 'Tiers');
      await page.getByRole('combobox', { name: 'Leave out' }).selectOption({ index: 2 });
    },
    whole: true,
  },
  orders: {
    act: async (page) => {
      await sample(page, 'CI');
      await closer(page, 'All orders');
      for (const name of ['checkout', 'lint']) await press(page, `Put '${name}' next`);
    },
    whole: true,
  },
  cost: {
    act: async (page) => {
      await sample(page, 'CI');
      await forward(page, 19);
      await closer(page, 'Cost');
      await page.getByText('The dots as a table').click();
    },
    whole: true,
  },
  empty: { act: (page) => sample(page, 'Empty') },
};

mkdirSync(folder, { recursive: true });
const { url, browser, stop } = await openBrowser();
const wanted = process.argv[2] ?? '';
try {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [name, scene] of Object.entries(scenes)) {
        const title = `${name}-${size}-${colorScheme}`;
        if (!title.includes(wanted)) continue;
        const context = await browser.newContext({
          viewport,
          colorScheme,
          reducedMotion: 'reduce',
          hasTouch: size === 'narrow',
        });
        const page = await context.newPage();
        page.on('console', (message) => console.log(`${title}: ${message.text()}`));
        page.on('pageerror', (error) => console.log(`${title}: ${error}`));
        await page.addInitScript(
          (hint) => localStorage.setItem('run-orchestrator hints', hint),
          scene.hint ?? '3',
        );
        if (scene.stored) {
          await page.addInitScript(
            (text) => localStorage.setItem('run-orchestrator', text),
            scene.stored,
          );
        }
        await page.goto(url);
        await page.getByRole('slider', { name: 'Event' }).waitFor();
        await scene.act(page);
        await page.mouse.move(0, 0);
        await page.waitForTimeout(120);
        await page.screenshot({
          path: path.join(folder, `${title}.png`),
          fullPage: scene.whole === true,
        });
        await context.close();
      }
    }
  }
} finally {
  await stop();
}
