/** The Share dialog's HTML for other pages, and the page in their frames. */
import { afterEach, expect, test } from 'vitest';
import { elementSnippet, frameSnippet } from '../../web/src/formats/snippets';
import { serve, useForeignPages } from './foreign_page';
import { useBrowser, Visit } from './visit';

useBrowser();
useForeignPages();

const open: Visit[] = [];
afterEach(async () => {
  for (const visit of open.splice(0)) await visit.end();
});
async function visiting(...args: Parameters<typeof Visit.to>): Promise<Visit> {
  const visit = await Visit.to(...args);
  open.push(visit);
  return visit;
}

const html = (visit: Visit) => visit.page.getByRole('textbox', { name: 'HTML', exact: true });

/** The HTML that the dialog offers at the fourth event of the diamond. */
async function offered(visit: Visit, kind: string): Promise<string> {
  await visit.sample('Diamond');
  await visit.press('Step forward', 3);
  await visit.press('Share');
  await expect.poll(() => visit.field('Link').inputValue()).toMatch(/#v1\./);
  await visit.page.getByRole('radio', { name: kind }).check();
  return html(visit).inputValue();
}

const within = (body: string) =>
  `<!doctype html><html lang="en"><title>Somebody's page</title>${body}`;

test('the element that is offered shows the same moment in another page', async () => {
  const visit = await visiting({ permissions: ['clipboard-read', 'clipboard-write'] });
  const snippet = await offered(visit, 'As an element');
  await visit.press('Copy the HTML');
  await visit.page.getByText('Copied. Paste it').waitFor();
  expect(await visit.page.evaluate(() => navigator.clipboard.readText())).toBe(snippet);

  const at = await serve({ html: within(snippet) });
  const other = await visiting({ at, withoutFigure: true });
  const slider = other.page.getByRole('slider', { name: 'Event' });
  await slider.waitFor();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^event 4 of /);
});

test('the frame that is offered shows the figure alone, at the same moment', async () => {
  const visit = await visiting();
  const snippet = await offered(visit, 'As a frame');
  const at = await serve({ html: within(snippet) });
  const other = await visiting({ at, withoutFigure: true });
  const frame = other.page.frameLocator('iframe');
  const slider = frame.getByRole('slider', { name: 'Event' });
  await slider.waitFor();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^event 4 of /);
  await frame.getByRole('button', { name: 'Share' }).waitFor({ state: 'hidden' });
  expect(await frame.getByRole('heading', { name: 'The lesson in words' }).isVisible()).toBe(false);
  await frame.getByRole('button', { name: 'Break it' }).click();
  await frame.getByText('On a cycle').filter({ visible: true }).first().waitFor();
});

test('in a frame that is denied all storage the page works', async () => {
  const visit = await visiting();
  const snippet = await offered(visit, 'As a frame');
  const at = await serve({ html: within(snippet) });
  const other = await visiting({
    at,
    withoutFigure: true,
    asNewcomer: true,
    before: () => {
      if (window === top) return;
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
      }
      Object.defineProperty(navigator.serviceWorker, 'register', {
        value: () => Promise.reject(new DOMException('no', 'SecurityError')),
      });
    },
  });
  const frame = other.page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Last event' }).click();
  await frame.getByRole('button', { name: 'Break it' }).click();
  await frame.getByText('On a cycle').filter({ visible: true }).first().waitFor();
});

test('no name gets out of the HTML that is offered', () => {
  const name = '"></script><img src=x onerror=alert(1)>&lt;';
  const definition = { name, steps: [{ name }] };
  const shown = { definition, cursor: 0, page: 'https://a.example/page/', hash: '#v1.x' };
  expect(elementSnippet(shown).match(/<\/?[a-z-]+/g)).toEqual([
    '<script',
    '</script',
    '<kahn-trace',
    '<script',
    '</script',
    '</kahn-trace',
  ]);
  expect(frameSnippet(shown).match(/<\/?[a-z-]+/g)).toEqual(['<iframe', '</iframe']);
  expect(frameSnippet(shown)).toContain('title="Trace of &quot;>&lt;/script>&lt;img');
});

test('a large pipeline is offered by its file, and from a file the script is to lie beside', () => {
  const steps = Array.from({ length: 2000 }, (_, at) => ({ name: `step ${at}` }));
  const shown = { definition: { steps }, cursor: 2, page: 'file:///stick/course.html', hash: '' };
  expect(elementSnippet(shown)).toBe(
    '<script src="kahn-trace.js" defer></script>\n<kahn-trace src="pipeline.json" cursor="2"></kahn-trace>',
  );
});
