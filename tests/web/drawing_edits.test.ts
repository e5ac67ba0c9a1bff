import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser, Visit, type VisitOptions } from './visit';

useBrowser();

const region = (visit: Visit) => visit.page.getByRole('region', { name: 'Graph of the pipeline' });
const tools = (visit: Visit) => visit.page.getByRole('group', { name: 'Edit the picture' });
const said = (visit: Visit) => tools(visit).getByRole('status');
const depends = (visit: Visit, step: string, on: string) =>
  visit.button(`Depends on, '${step}': ${on}`).waitFor();
const nameField = (visit: Visit, name: string) => visit.field(`New name of '${name}'`);
const focused = (visit: Visit) =>
  visit.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? null;
  });
const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
};
const visitTo = async (options: VisitOptions = {}) => {
  const visit = await Visit.to(options);
  await tools(visit).waitFor();
  return visit;
};

/** A point on the drawn line of a dependency, found from the boxes of a picture that runs from left to right. */
async function between(visit: Visit, from: string, to: string) {
  const [a, b] = [await boxOf(visit.step(from)), await boxOf(visit.step(to))];
  return { x: (a.x + a.width + b.x) / 2, y: a.y + a.height / 2 };
}

test('a step is chosen, renamed where it stands, and its dependents follow', async () => {
  const visit = await visitTo();
  await visit.step('load').click();
  await tools(visit).getByText('load', { exact: true }).waitFor();
  await visit.press('Rename');
  await nameField(visit, 'load').fill('store');
  await visit.page.keyboard.press('Enter');
  expect(await focused(visit)).toMatch(/^store: /);
  expect(await visit.step('store').getAttribute('aria-pressed')).toBe('true');
  await depends(visit, 'notify', 'store');
  await visit.press("Undo: rename 'load'");
  await depends(visit, 'notify', 'load');
  await visit.end();
});

test('a blank name and one that is taken get a sentence and change nothing; Escape leaves the old one', async () => {
  const visit = await visitTo();
  await visit.step('load').dblclick();
  const field = nameField(visit, 'load');
  await field.fill(' ');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('alert').getByText('A step needs a name').waitFor();
  await field.fill('notify');
  await visit.page.keyboard.press('Enter');
  await visit.page
    .getByRole('textbox', { description: /Another step is called 'notify' already/ })
    .waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await visit.page.keyboard.press('Escape');
  expect(await field.count()).toBe(0);
  expect(await focused(visit)).toMatch(/^load: /);
  expect(await visit.field('Name of step 4').inputValue()).toBe('load');
  await visit.end();
});

test('a name that was typed is taken when one goes on elsewhere', async () => {
  const visit = await visitTo();
  await visit.step('load').dblclick();
  await nameField(visit, 'load').fill('store');
  await visit.press('Step forward');
  await visit.step('store').waitFor();
  expect(await visit.position()).toBe('event 2 of 16');
  await visit.end();
});

test('"Depends on…" and a click on another step add a dependency; a click on one that is there offers to remove it', async () => {
  const visit = await visitTo();
  await visit.step('load').click();
  await visit.press('Depends on…');
  await said(visit)
    .getByText("Choose the step that 'load' depends on; Escape ends.", { exact: true })
    .waitFor();
  await visit.step('extract').click();
  await said(visit).getByText("'load' now depends on 'extract'.").waitFor();
  await depends(visit, 'load', 'transform, extract');
  expect(await visit.step('load').getAttribute('aria-pressed')).toBe('true');
  await visit.step('transform').click();
  await said(visit).getByText("'load' depends on 'transform' already.").waitFor();
  await visit.press('Remove this dependency');
  await depends(visit, 'load', 'extract');
  await visit.press('Done');
  await visit.button('Depends on…').waitFor();
  await visit.press("Undo: free 'load' from 'transform'");
  await visit.press("Undo: make 'load' depend on 'extract'");
  await depends(visit, 'load', 'transform');
  await visit.end();
});

test('a step may be made to depend on itself or to close a cycle, and the sentence says so', async () => {
  const visit = await visitTo();
  await visit.step('load').click();
  await visit.press('Depends on…');
  await visit.step('load').click();
  await said(visit).getByText("'load' now depends on itself.").waitFor();
  await visit.page.keyboard.press('Escape');
  await visit.step('extract').click();
  await visit.press('Depends on…');
  await visit.step('notify').click();
  await said(visit).getByText('That closes a cycle, so the trace stalls.').waitFor();
  expect(await visit.problems()).toEqual([expect.stringMatching(/Cyclic dependency/)]);
  await visit.end();
});

test('by keyboard alone a step is chosen, connected, freed again, renamed and removed', async () => {
  const visit = await visitTo();
  const { keyboard } = visit.page;
  await region(visit).focus();
  await keyboard.press('Enter');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  expect(await focused(visit)).toMatch(/^validate: /);
  await keyboard.press('Tab');
  expect(await focused(visit)).toBe('Rename');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(await focused(visit)).toMatch(/^validate: /);
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await said(visit).getByText("'validate' now depends on 'load'. That closes a cycle").waitFor();
  expect(await focused(visit)).toMatch(/^load: /);
  await keyboard.press('Enter');
  await said(visit).getByText("'validate' depends on 'load' already.").waitFor();
  await keyboard.press('Delete');
  await said(visit).getByText("'validate' does not depend on 'load' any more.").waitFor();
  await depends(visit, 'validate', 'extract');
  await keyboard.press('Escape');
  expect(await focused(visit)).toMatch(/^validate: /);
  await keyboard.press('F2');
  await keyboard.type('check');
  await keyboard.press('Enter');
  expect(await focused(visit)).toMatch(/^check: /);
  await keyboard.press('Delete');
  await visit.page.getByText("Removed 'check' and 1 dependency on it.").waitFor();
  await expect.poll(() => focused(visit)).toBe('Graph of the pipeline');
  await keyboard.press('Control+z');
  await depends(visit, 'transform', 'check');
  await visit.end();
});

test('dependencies of a step are listed, and one of them is chosen and removed', async () => {
  const visit = await visitTo();
  await visit.step('load').focus();
  await visit.page.keyboard.press('Enter');
  await visit.button('Dependencies').focus();
  await visit.page.keyboard.press('Enter');
  await visit.button("'notify' depends on 'load'").focus();
  await visit.page.keyboard.press('Enter');
  expect(await focused(visit)).toBe('Remove this dependency');
  await visit.page.keyboard.press('Delete');
  await depends(visit, 'notify', 'nothing');
  expect(await focused(visit)).toMatch(/^load: /);
  await visit.end();
});

test('a dependency is chosen by a click within 12 pixels of its line, and Delete removes it', async () => {
  const visit = await visitTo();
  const { mouse, keyboard } = visit.page;
  const { x, y } = await between(visit, 'transform', 'load');
  await mouse.click(x, y + 11);
  await said(visit).getByText("'load' depends on 'transform'.").waitFor();
  await mouse.click(x, y + 40);
  await visit.button('Add a step').waitFor();
  await mouse.click(x, y - 11);
  await said(visit).getByText("'load' depends on 'transform'.").waitFor();
  await keyboard.press('Delete');
  await depends(visit, 'load', 'nothing');
  await visit.press("Undo: free 'load' from 'transform'");
  await depends(visit, 'load', 'transform');
  await visit.end();
});

test('a step is added by button, by Insert and by a double click on the ground, and named at once', async () => {
  const visit = await visitTo();
  const { keyboard, mouse } = visit.page;
  await visit.press('Add a step');
  await nameField(visit, 'step 6').waitFor();
  await keyboard.type('archive');
  await keyboard.press('Enter');
  expect(await visit.step('archive').getAttribute('aria-pressed')).toBe('true');
  await keyboard.press('Insert');
  await keyboard.type('audit');
  await keyboard.press('Enter');
  await visit.step('audit').waitFor();
  const { x, y, width } = await boxOf(region(visit));
  await mouse.dblclick(x + width / 2, y + 6);
  await nameField(visit, 'step 8').waitFor();
  await keyboard.press('Escape');
  expect(await focused(visit)).toMatch(/^step 8: /);
  expect(await visit.field('Name of step 8').inputValue()).toBe('step 8');
  await visit.end();
});

test('a step is added after another one', async () => {
  const visit = await visitTo();
  await visit.step('load').click();
  await visit.press('Add a step after it');
  await nameField(visit, 'step 6').waitFor();
  await visit.page.keyboard.type('report');
  await visit.page.keyboard.press('Enter');
  await depends(visit, 'report', 'load');
  await visit.press("Undo: rename 'step 6'");
  await visit.press("Undo: add 'step 6' after 'load'");
  expect(await visit.step('step 6').count()).toBe(0);
  await visit.end();
});

test('dragging from a step’s handle to another step adds a dependency; dragging elsewhere still pans', async () => {
  const visit = await visitTo();
  const { mouse } = visit.page;
  const [from, to] = [await boxOf(visit.step('extract')), await boxOf(visit.step('load'))];
  const middle = from.y + from.height / 2;
  await mouse.move(from.x + 20, middle);
  await mouse.move(from.x + from.width + 8, middle);
  await mouse.down();
  await mouse.move(to.x - 60, middle + 60, { steps: 3 });
  await mouse.move(to.x + 40, to.y + 20, { steps: 3 });
  await mouse.up();
  await said(visit).getByText("'load' now depends on 'extract'.").waitFor();
  await depends(visit, 'load', 'transform, extract');
  await visit.press('Zoom in', 3);
  const before = await boxOf(visit.step('transform'));
  await mouse.move(before.x + 20, before.y + 20);
  await mouse.down();
  await mouse.move(before.x - 40, before.y + 20, { steps: 4 });
  await mouse.up();
  const after = await boxOf(visit.step('transform'));
  expect(Math.abs(after.x - before.x + 60)).toBeLessThan(2);
  await depends(visit, 'load', 'transform, extract');
  await visit.end();
});

test('a press on the handle that goes nowhere, or ends on the ground, adds nothing', async () => {
  const visit = await visitTo();
  const { mouse } = visit.page;
  const { x, y, width, height } = await boxOf(visit.step('extract'));
  for (const target of [
    { x: x + width - 4, y: y + height / 2 },
    { x: x + width + 20, y: y + height + 60 },
  ]) {
    await mouse.move(x + 20, y + height / 2);
    await mouse.move(x + width + 8, y + height / 2);
    await mouse.down();
    await mouse.move(target.x, target.y, { steps: 3 });
    await mouse.up();
  }
  expect(await visit.button('Undo').isDisabled()).toBe(true);
  await visit.end();
});

test('by touch a step is chosen, connected, renamed and removed', async () => {
  const visit = await visitTo({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const tap = (name: string) => visit.button(name).tap();
  await visit.step('transform').tap();
  for (const name of ['Rename', 'Depends on…', 'Add a step after it', 'Dependencies', 'Remove']) {
    const box = await boxOf(visit.button(name));
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
  }
  await tap('Depends on…');
  await visit.step('extract').tap();
  await depends(visit, 'transform', 'validate, extract');
  await tap('Done');
  await tap('Rename');
  await nameField(visit, 'transform').fill('shape');
  await visit.page.keyboard.press('Enter');
  await visit.step('shape').waitFor();
  await tap('Remove');
  await visit.page.getByText("Removed 'shape' and 1 dependency on it.").waitFor();
  await visit.end();
});

test('an edit elsewhere leaves the keyboard in the picture, and undoing a choice ends it', async () => {
  const visit = await visitTo();
  await visit.step('load').click();
  await visit.press('Add a step after it');
  await visit.page.keyboard.press('Enter');
  await visit.press('Depends on…');
  expect(await focused(visit)).toMatch(/^step 6: /);
  await visit.page.keyboard.press('Control+z');
  await visit.button('Add a step').waitFor();
  await expect.poll(() => focused(visit)).toBe('Graph of the pipeline');
  await visit.end();
});

test('of a large pipeline, too, steps are added, connected, renamed and removed in the picture', async () => {
  const steps = Array.from({ length: 1500 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at < 5 ? [] : [`step ${at - 5}`],
  }));
  const definition = { name: 'large', steps };
  const stored = { version: 1, definition, cursor: 0, speed: 1, theme: 'system' };
  const visit = await visitTo({ stored: JSON.stringify(stored) });
  const { keyboard } = visit.page;
  await visit.step('step 5').click();
  await visit.page.getByText('around step 5.').waitFor();
  await visit.press('Add a step after it');
  await nameField(visit, 'step 1501').waitFor();
  await keyboard.type('extra');
  await keyboard.press('Enter');
  await visit.step('extra').waitFor();
  await expect.poll(() => focused(visit)).toMatch(/^extra: /);
  await visit.press('Depends on…');
  await visit.step('step 0').click();
  await said(visit).getByText("'extra' now depends on 'step 0'.").waitFor();
  expect(await visit.step('extra').getAttribute('aria-label')).toMatch(
    /depends on step 5, step 0$/,
  );
  await keyboard.press('Escape');
  await visit.press('Remove');
  await visit.page.getByText("Removed 'extra'.").waitFor();
  await visit.end();
});

test('what helps to edit is not in a saved picture', async () => {
  const visit = await visitTo();
  const save = async () => {
    await visit.press('Save picture');
    const download = visit.page.waitForEvent('download');
    await visit.press('Save as SVG');
    const text = readFileSync(await (await download).path(), 'utf8');
    return text.match(/<(circle|path|rect)/g)?.length;
  };
  await visit.page.mouse.move(5, 5);
  const plain = await save();
  await visit.step('load').click();
  expect(await save()).toBe(plain);
  await visit.end();
});

test('while one presents, the picture is not edited', async () => {
  const visit = await visitTo();
  await visit.press('Present');
  await tools(visit).waitFor({ state: 'hidden' });
  await visit.step('load').click();
  for (const key of ['Delete', 'Insert', 'F2']) await visit.page.keyboard.press(key);
  await visit.press('End presentation');
  await tools(visit).getByText('load', { exact: true }).waitFor();
  expect(await visit.button('Undo').isDisabled()).toBe(true);
  await visit.end();
});

test('at 320 pixels all of it stays within the window', async () => {
  const visit = await visitTo({ viewport: { width: 320, height: 700 } });
  const fits = async () => {
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    const targets = tools(visit).getByRole('button').or(visit.field("New name of 'load'"));
    for (const target of await targets.all()) {
      const { x, width } = await boxOf(target);
      expect(x >= 0 && x + width <= 320).toBe(true);
    }
  };
  await fits();
  await visit.step('load').click();
  await fits();
  await visit.press('Depends on…');
  await visit.step('transform').click();
  await fits();
  await visit.page.keyboard.press('Escape');
  await visit.page.keyboard.press('Escape');
  await visit.page.keyboard.press('F2');
  await visit.field("New name of 'load'").waitFor();
  await fits();
  await visit.end();
});
