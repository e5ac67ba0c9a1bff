import { expect, test } from 'vitest';
import { useBrowser, Visit } from './visit';

useBrowser();

const saved = (definition: unknown) => JSON.stringify({ version: 1, definition, cursor: 0 });
const small = saved({ steps: [{ name: 'a' }, { name: 'b', depends_on: ['a'] }] });
const text = (visit: Visit) => visit.field('Pipeline file');
const tab = (visit: Visit, name: string) => visit.page.getByRole('tab', { name, exact: true });

async function openText(visit: Visit): Promise<void> {
  await visit.tab('Text');
  await text(visit).waitFor();
}
const selection = (visit: Visit) =>
  text(visit).evaluate((field) => {
    const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });

test('table and text are tabs, by arrow keys too, and show the same pipeline', async () => {
  const visit = await Visit.to({ stored: small });
  await tab(visit, 'Table').focus();
  await visit.page.keyboard.press('ArrowRight');
  await text(visit).waitFor();
  expect(await tab(visit, 'Text').getAttribute('aria-selected')).toBe('true');
  expect(await text(visit).inputValue()).toContain('{ "name": "b", "depends_on": ["a"] }');
  await visit.page.keyboard.press('Home');
  await visit.field('Name of step 1').fill('first');
  await openText(visit);
  expect(await text(visit).inputValue()).toContain('{ "name": "b", "depends_on": ["first"] }');
  await visit.end();
});

test('what is written is in the picture and the table at once, and a burst is undone as one', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  const before = await text(visit).inputValue();
  await text(visit).fill('{"steps":[{"name":"x"}]}');
  await visit.step('x').waitFor();
  await text(visit).press('ArrowLeft');
  await text(visit).press('ArrowLeft');
  await visit.page.keyboard.type(',{"name":"yes"}');
  await visit.step('yes').waitFor();
  await visit.button('Undo: edit the text').waitFor();
  await visit.page.keyboard.press('Control+z');
  expect(await text(visit).inputValue()).toBe(before);
  await visit.step('a').waitFor();
  expect(await visit.button('Undo').count()).toBe(1);
  await visit.page.keyboard.press('Control+Shift+z');
  expect(await text(visit).inputValue()).toBe('{"steps":[{"name":"x"},{"name":"yes"}]}');
  await visit.tab('Table');
  expect(await visit.field('Name of step 2').inputValue()).toBe('yes');
  await visit.end();
});

test('text that does not parse changes nothing, is said with its place and outlives a reload', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  await text(visit).press('Control+Home');
  await visit.page.keyboard.type('oops');
  await visit.page.getByText('This text is no pipeline yet').waitFor();
  expect(await text(visit).getAttribute('aria-invalid')).toBe('true');
  expect(await visit.step('b').count()).toBe(1);
  await visit.button('Line 1, column 1').click();
  await visit.page.waitForTimeout(400);
  await visit.reload();
  await visit.page.getByText('There is a text that cannot be read yet').waitFor();
  expect(await visit.field('Name of step 2').inputValue()).toBe('b');
  const toText = visit.button('Go to the text');
  await toText.click();
  await text(visit)
    .waitFor({ timeout: 3000 })
    .catch(() => toText.click());
  expect(await text(visit).inputValue()).toMatch(/^oops\{/);
  await text(visit).press('Control+Home');
  for (let i = 0; i < 4; i += 1) await visit.page.keyboard.press('Delete');
  await visit.page.getByText('This text is no pipeline yet').waitFor({ state: 'detached' });
  await visit.end();
});

test('a draft is thrown away on request only, and undo brings it back', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  const before = await text(visit).inputValue();
  await text(visit).fill('{ "steps": [');
  await visit.press('Throw this text away');
  expect(await text(visit).inputValue()).toBe(before);
  await visit.press('Undo: throw the text away');
  expect(await text(visit).inputValue()).toBe('{ "steps": [');
  await visit.end();
});

test('with a draft and a change elsewhere both are kept, and the learner chooses', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  await text(visit).fill('{ "steps": [');
  await visit.sample('Diamond');
  await visit.page.getByText('The pipeline has been changed elsewhere').waitFor();
  expect(await text(visit).inputValue()).toBe('{ "steps": [');
  await visit.press('Keep writing');
  expect(await visit.page.getByText('changed elsewhere').count()).toBe(0);
  await visit.press("Undo: open 'diamond'");
  await visit.press("Redo: open 'diamond'");
  await visit.tab('Table');
  await openText(visit);
  await visit.press("Take the table's");
  expect(await text(visit).inputValue()).toContain('"diamond"');
  await visit.end();
});

test('each problem leads to its value in the text, and its mends are there', async () => {
  const definition = {
    steps: [
      { name: 'goat', max_retries: 0 },
      { name: 'b', depends_on: ['ghoat'] },
    ],
  };
  const visit = await Visit.to({ stored: saved(definition) });
  await openText(visit);
  const problems = visit.page.getByRole('list', { name: 'Problems in the text' });
  await problems.getByRole('button', { name: 'Line 3, column 38' }).click();
  expect(await selection(visit)).toBe('0');
  await visit.page.keyboard.type('2');
  expect(await problems.getByRole('listitem').count()).toBe(1);
  await visit.page
    .getByRole('region', { name: 'Problems (1)' })
    .getByRole('button', { name: /unknown step 'ghoat'/ })
    .click();
  expect(await selection(visit)).toBe('"ghoat"');
  await problems.getByRole('button', { name: "Change it to 'goat'" }).click();
  expect(await text(visit).inputValue()).toContain('"depends_on": ["goat"]');
  await visit.button("Undo: make 'b' depend on 'goat'").waitFor();
  await visit.end();
});

test('JSON that is no pipeline is kept as a draft, and its mends make it one', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  await text(visit).fill('{"steps":["first",{"name":"second","depends_on":"first"}]}');
  await visit.page.getByText('This text is no pipeline yet').waitFor();
  await visit.press('Set it to {"name":"first"}');
  await visit.press('Set depends_on to ["first"]');
  await visit.step('second').waitFor();
  await visit.press('Last event');
  expect(await visit.order()).toEqual(['first', 'second']);
  await visit.end();
});

test('a field that is there twice is said, and formatting keeps the last', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  await text(visit).fill('{"steps":[{"name":"a","name":"b"}]}');
  await visit.page.getByText('The field "name" is there already').waitFor();
  await visit.press('Format');
  expect(await text(visit).inputValue()).toBe('{\n  "steps": [\n    { "name": "b" }\n  ]\n}');
  await visit.press('Undo: format the text');
  expect(await text(visit).inputValue()).toBe('{"steps":[{"name":"a","name":"b"}]}');
  await visit.end();
});

test('Tab and Enter indent, and after Escape Tab leaves the text', async () => {
  const visit = await Visit.to({ stored: small });
  await openText(visit);
  await text(visit).fill('');
  await visit.page.keyboard.type('{\n"steps": [\n{ "name": "a" }\n]\n}');
  expect(await text(visit).inputValue()).toBe('{\n  "steps": [\n    { "name": "a" }\n  ]\n}');
  await visit.page.getByText('Its bracket is opened in line 1').waitFor();
  await visit.page.keyboard.press('Tab');
  expect(await text(visit).inputValue()).toMatch(/\} {2}$/);
  await visit.page.keyboard.press('Escape');
  await visit.page.keyboard.press('Shift+Tab');
  const isLeft = await visit.button('Format').evaluate((button) => {
    return (button.getRootNode() as ShadowRoot).activeElement === button;
  });
  expect(isLeft).toBe(true);
  await visit.end();
});

test('table, text and mends have one history, in words', async () => {
  const visit = await Visit.to({ stored: small });
  await visit.field("Max attempts, 'b'").fill('0');
  await openText(visit);
  await text(visit).press('Control+End');
  await visit.page.keyboard.type(' ');
  await visit.button('Set max_retries to 1').last().click();
  await visit.press("Undo: set max_retries of 'b' to 1");
  await visit.press('Undo: edit the text');
  await visit.press("Undo: change max_retries of 'b'");
  expect(await visit.button('Undo').count()).toBe(1);
  await visit.press("Redo: change max_retries of 'b'");
  await visit.press('Redo: edit the text');
  expect(await text(visit).inputValue()).toMatch(/\} $/);
  await visit.press("Redo: set max_retries of 'b' to 1");
  expect(await visit.problems()).toEqual([]);
  await visit.end();
});

test('half characters, markup and prototype keys survive writing', async () => {
  const name = '\ud800<img src=x onerror=alert(1)>';
  const visit = await Visit.to({ stored: saved({ steps: [{ name, ['__proto__']: 1 }] }) });
  await openText(visit);
  expect(await text(visit).inputValue()).toContain('"\\ud800<img src=x onerror=alert(1)>"');
  await text(visit).press('Control+End');
  await visit.page.keyboard.type('\n');
  await visit.page.waitForTimeout(400);
  const kept = await visit.kept();
  expect(kept.definition.steps[0]?.name).toBe(name);
  await visit.end();
});

test('a pipeline of thousands of steps can be written in, and one that is too long says so', async () => {
  const chain = (count: number) => ({
    steps: Array.from({ length: count }, (_, at) => ({
      name: `step ${at}`,
      depends_on: at > 0 ? [`step ${at - 1}`] : [],
    })),
  });
  const visit = await Visit.to({ stored: saved(chain(2400)) });
  await openText(visit);
  await text(visit).press('Control+End');
  await visit.page.keyboard.press('ArrowUp');
  await visit.page.keyboard.press('ArrowUp');
  await visit.page.keyboard.press('End');
  await visit.page.keyboard.type(',{"name":"the end"}');
  await visit.page
    .getByRole('group', { name: /2,401|2401/ })
    .first()
    .waitFor();
  await visit.button('Undo: edit the text').waitFor();
  const file = {
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(chain(20_100))),
  };
  await visit.page
    .getByLabel('Pipeline file', { exact: true })
    .and(visit.page.locator('input'))
    .setInputFiles(file);
  await visit.page.getByText('too long, or nested too deep').waitFor();
  await visit.end();
});

test('a text with thousands of problems lists the first of them, with their mends', async () => {
  const steps = Array.from({ length: 2400 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: [`stepp ${at}`],
  }));
  const visit = await Visit.to({ stored: saved({ steps }) });
  await openText(visit);
  await visit.page.getByText('And 2,350 more.').waitFor();
  await visit.page
    .getByRole('list', { name: 'Problems in the text' })
    .getByRole('button', { name: 'Remove this dependency' })
    .first()
    .click();
  await visit.page.getByText('And 2,349 more.').waitFor();
  await visit.end();
});

test('at 320 pixels nothing but the text itself scrolls sideways', async () => {
  const definition = { steps: [{ name: 'x'.repeat(300), max_retries: 0, depends_on: ['ghost'] }] };
  const visit = await Visit.to({
    stored: saved(definition),
    viewport: { width: 320, height: 700 },
  });
  await openText(visit);
  await text(visit).press('Control+End');
  await visit.page.keyboard.type('}');
  await visit.page.getByText('This text is no pipeline yet').waitFor();
  const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await visit.end();
});
