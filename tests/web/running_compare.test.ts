import { expect, test } from 'vitest';
import { make, part } from './run_part';
import { useBrowser, Visit } from './visit';

useBrowser();

test('the same failure ends differently by the rules of other engines, and why is said', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'always fails');
  await visit.tab('Compare rules');
  const table = part(visit).getByRole('table', { name: "Final states by each engine's rules" });
  await table.waitFor();
  const head = await table.getByRole('columnheader').allInnerTexts();
  expect(head).toEqual([
    'Step',
    'The course',
    'GitHub Actions',
    'GitLab CI/CD',
    'Apache Airflow',
    'Argo Workflows',
  ]);
  const count = table
    .getByRole('row')
    .filter({ has: visit.page.getByRole('rowheader', { name: 'count' }) });
  const cells = await count.getByRole('cell').allInnerTexts();
  expect(cells.map((cell) => cell.trim())).toEqual([
    'SKIPPED',
    'success 1×',
    'success 1×',
    'skipped',
    'not started',
  ]);
  await part(visit).getByText('Why: the rules, and where they are documented').click();
  await part(visit)
    .getByText(/^https:\/\/docs\.github\.com/)
    .first()
    .waitFor();
  await part(visit).getByText('Disputed or left open:').first().waitFor();
  expect(visit.requests.filter((url) => !url.startsWith(visit.url))).toEqual([]);
  await visit.end();
});

test('for every step that ends otherwise, and for the run, the reasons are said when they are asked for', async () => {
  const visit = await Visit.to();
  await visit.sample('Diamond');
  await make(visit, 'clean', 'fails once, then works');
  await visit.tab('Compare rules');
  const table = part(visit).getByRole('table', { name: "Final states by each engine's rules" });
  const clean = table.getByRole('button', { name: 'clean', exact: true });
  expect(await clean.getAttribute('aria-expanded')).toBe('true');
  await table.getByText("GitHub Actions: 'clean' is FAILED: its only attempt failed.").waitFor();
  const report = table.getByRole('button', { name: 'report', exact: true });
  await report.click();
  expect(await clean.getAttribute('aria-expanded')).toBe('false');
  await table.getByText(/^GitHub Actions: 'report' is SKIPPED: it depends on 'clean'/).waitFor();
  await table.getByRole('button', { name: 'the whole run' }).click();
  await table.getByText(/The run FAILED/).waitFor();
  await table.getByText(/The run PASSED/).waitFor();
  expect(await table.getByRole('button', { name: 'fetch' }).count()).toBe(0);
  await visit.end();
});

test('of very many steps those that end otherwise are compared first', async () => {
  const flaky = { name: 'flaky', max_retries: 2, action: { fails: 1 } };
  const steps = [...Array.from({ length: 250 }, (_, at) => ({ name: `step ${at}` })), flaky];
  const stored = JSON.stringify({ version: 1, definition: { steps } });
  const visit = await Visit.to({ stored });
  await visit.tab('Compare rules');
  const table = part(visit).getByRole('table', { name: "Final states by each engine's rules" });
  const first = table.getByRole('row').nth(1);
  await first.getByRole('button', { name: 'flaky', expanded: true }).waitFor();
  expect(await first.textContent()).toMatch(/SUCCESS\s+2×\s*failure\s+1×/);
  await part(visit).getByText('And 51 more steps.').waitFor();
  await visit.end();
});
