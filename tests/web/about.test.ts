import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { axeFindings } from './axe';
import { useBrowser, Visit } from './visit';

useBrowser();

const packed = new URL('../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packed, 'utf8')) as { version: string };

test('"About and licences" tells version and licences, and gives the focus back', async () => {
  const visit = await Visit.to();
  await visit.press('Help');
  await visit.press('About and licences');
  const about = visit.page.getByRole('dialog', { name: 'About Run Orchestrator' });
  await about.getByText(`Version ${version}.`).waitFor();
  await about.getByText('Copyright (c) 2017 Google LLC').waitFor();
  await about.getByText('MIT License').click();
  await about.getByText('Permission is hereby granted').waitFor();
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.page.keyboard.press('Escape');
  await about.waitFor({ state: 'detached' });
  const opener = visit.button('About and licences');
  expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
  await visit.end();
});
