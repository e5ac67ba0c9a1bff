/** The part of the page that is about the run, in the words of a visit. */
import type { Locator } from 'playwright-core';
import type { Visit } from './visit';

export const part = (visit: Visit): Locator =>
  visit.page.getByRole('region', { name: 'Run', exact: true });

export const report = (visit: Visit) =>
  visit.page.getByRole('region', { name: 'Report', exact: true }).textContent();

export const sentence = (visit: Visit, text: string | RegExp) =>
  visit.page.getByText(text).first().waitFor();

export async function choose(visit: Visit, name: string, value: string): Promise<void> {
  const field = visit.page.getByRole('combobox', { name, exact: true });
  // What belongs to a run is loaded when somebody comes that far.
  await field.scrollIntoViewIfNeeded();
  await field.selectOption({ label: value });
}

export async function make(visit: Visit, step: string, doing: string): Promise<void> {
  await choose(visit, 'Make it fail', step);
  await visit.press(doing);
}

/** Opens a pipeline of so many steps that depend on nothing; the first as it is given. */
export async function openSteps(visit: Visit, count: number, first = {}): Promise<void> {
  const steps = Array.from({ length: count }, (_, at) => ({ name: `step ${at}` }));
  Object.assign(steps[0] ?? {}, first);
  const buffer = Buffer.from(JSON.stringify({ name: 'large', steps }));
  const file = { name: 'large.json', mimeType: 'application/json', buffer };
  await visit.page.getByLabel('Pipeline file').setInputFiles(file);
  await visit.page.getByRole('heading', { name: 'large' }).waitFor();
  await visit.button('Cancel').waitFor({ state: 'hidden' });
}
