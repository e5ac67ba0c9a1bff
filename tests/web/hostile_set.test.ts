/**
 * Files and links made to hurt, through all the ways in: each opens as plain text or gets a sentence, no script of theirs
 * runs, no request leaves the origin, and the learner's own work is there after all of them.
 */
import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreWork } from '../../web/src/state/saved_work';
import { useBrowser, Visit } from './visit';

useBrowser();

const folder = path.join(import.meta.dirname, 'hostile');
interface Hostile {
  file: string;
  bytes: Buffer;
}
const all = (kind: string): Hostile[] =>
  readdirSync(path.join(folder, kind)).map((name) => {
    const file = path.join(folder, kind, name);
    return { file, bytes: readFileSync(file) };
  });
const opens = all('opens');
const refused = all('refused');
const links = { opens: all('links/opens'), refused: all('links/refused') };

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.to({
    before: () => {
      // Whatever would show that a script ran.
      for (const name of ['alert', 'confirm', 'prompt', 'open'] as const) {
        Object.defineProperty(window, name, {
          value: () => Object.assign(window, { broken: name }),
        });
      }
    },
  });
  await visit.field('Pipeline name').fill('mine');
  await visit.page.waitForTimeout(400);
});
afterAll(async () => {
  await isIntact();
  await visit.page.reload();
  expect(await visit.field('Pipeline name').inputValue()).toBe('mine');
  for (const request of visit.requests)
    expect(request).toMatch(new RegExp(`^(${visit.url}|data:)`));
  await visit.end();
});

/** Nothing of a hostile text has become a part of the page. */
async function isIntact(): Promise<void> {
  const strange = await visit.page.evaluate(() => {
    const found: string[] = 'broken' in window || 'polluted' in {} ? ['A script ran.'] : [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const isOurs = element.matches('head > *, body > script[type=module][src^="./assets"]');
        if (
          !isOurs &&
          element.matches('script, iframe, img, link, meta, base, style, a[href], object')
        ) {
          found.push(element.outerHTML.slice(0, 200));
        }
        if (element.getAttributeNames().some((name) => name.startsWith('on'))) {
          found.push(element.outerHTML.slice(0, 200));
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });
  expect(strange).toEqual([]);
}

const opened = () => visit.button(/^Undo: open/);
const sentence = () => visit.page.getByRole('status').getByText(/could not be opened\. \S/);

/** Says which of both it was, and puts everything back. */
async function outcome(): Promise<'opens' | 'refused'> {
  await opened().or(sentence()).first().waitFor();
  const isOpen = (await sentence().count()) === 0;
  if (isOpen) {
    await isIntact();
    await opened().dispatchEvent('click');
  } else await visit.button('Close this message').dispatchEvent('click');
  await sentence().waitFor({ state: 'detached' });
  await visit.button("Undo: change the pipeline's name").waitFor();
  return isOpen ? 'opens' : 'refused';
}

async function pick(file: string): Promise<void> {
  await visit.page.getByLabel('Pipeline file', { exact: true }).setInputFiles(file);
}
async function drop({ bytes }: Hostile): Promise<void> {
  await visit.page.evaluate((base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([data], '<img src=x onerror=window.broken=1>.json'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  }, bytes.toString('base64'));
}
async function paste({ bytes }: Hostile): Promise<void> {
  await visit.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, bytes.toString('utf8'));
}

test('there are at least 120 of them', () => {
  const count = [opens, refused, links.opens, links.refused].flat().length;
  expect(count).toBeGreaterThanOrEqual(120);
});

describe.each([
  ['opens', opens],
  ['refused', refused],
] as const)('hostile files of the kind "%s"', (kind, files) => {
  test('through "Open a file"', async () => {
    for (const { file } of files) {
      await pick(file);
      expect(`${path.basename(file)} ${await outcome()}`).toBe(`${path.basename(file)} ${kind}`);
    }
  });

  // Behind the door all ways are one, so that every fourth goes through these too.
  test('dropped and pasted', async () => {
    for (const [at, hostile] of files.entries()) {
      if (at % 4 !== 0) continue;
      // What is blank is no text to paste, and what is no text cannot be pasted.
      const isText = hostile.bytes.toString('utf8').trim() !== '' && !hostile.bytes.includes(0);
      await (isText && at % 8 === 0 ? paste : drop)(hostile);
      const name = path.basename(hostile.file);
      expect(`${name} ${await outcome()}`).toBe(`${name} ${kind}`);
    }
  });
});

describe.each([
  ['opens', links.opens],
  ['refused', links.refused],
] as const)('hostile links of the kind "%s"', (kind, files) => {
  test('followed within the page', async () => {
    for (const { file, bytes } of files) {
      await visit.follow(bytes.toString('utf8'));
      expect(`${path.basename(file)} ${await outcome()}`).toBe(`${path.basename(file)} ${kind}`);
    }
  });

  test('opened from elsewhere', async () => {
    const link = files[1]?.bytes.toString('utf8') ?? '';
    const guest = await Visit.to({
      hash: link,
      stored: saved('{"name":"mine","steps":[{"name":"a"}]}'),
    });
    const isOpen = kind === 'opens';
    await (isOpen
      ? guest.button('Keep mine')
      : guest.page.getByText('could not be opened')
    ).waitFor();
    if (isOpen) await guest.press('Keep mine');
    expect(await guest.field('Pipeline name').inputValue()).toBe('mine');
    await guest.end();
  });
});

/** As the storage has it; what is no JSON makes no JSON. */
const saved = (definition: string) =>
  `{"version":1,"definition":${definition.replace('\uFEFF', '')}}`;

test('all of them as saved work are read or refused with a sentence', () => {
  for (const { file, bytes } of [...opens, ...refused]) {
    const local = { getItem: () => saved(bytes.toString('utf8')) } as unknown as Storage;
    const { work, problem } = restoreWork({ local, tab: local });
    expect(`${file} ${work === null} ${problem !== null}`).toMatch(/true true$|false false$/);
  }
});

test('as saved work they keep neither the page from opening nor other work from being there', async () => {
  const guest = await Visit.to();
  await guest.field('Pipeline name').fill('dear');
  await guest.page.waitForTimeout(400);
  const dear = await guest.kept();
  const torn = [...opens, ...refused].filter((_, at) => at % 20 === 0);
  for (const { bytes } of torn) {
    await guest.page.evaluate(
      (text) => {
        sessionStorage.setItem('run-orchestrator', 'torn');
        localStorage.setItem('run-orchestrator work torn', text);
      },
      saved(bytes.toString('utf8')),
    );
    await guest.page.reload();
    await guest.button('Help').waitFor();
  }
  const all = await guest.page.evaluate(() => Object.values<string>({ ...localStorage }));
  expect(
    all.filter((text) => text.includes('"dear"')).map((text) => JSON.parse(text)),
  ).toContainEqual(dear);
  await guest.end();
});

describe('what is too large to be kept here', () => {
  const made = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  afterAll(() => rmSync(made, { recursive: true }));
  const million = 1_000_000;

  test.each([
    [
      'fifty megabytes of steps, cut off',
      () => `{"steps":[${'{"name":"aaaaaaaaaaaaaaaa"},'.repeat(1_800_000)}`,
    ],
    ['fifty megabytes of one text, cut off', () => `{"name":"${'x'.repeat(50 * million)}`],
    [
      'a million lists in each other',
      () => `{"steps":[],"deep":${'['.repeat(million)}${']'.repeat(million)}}`,
    ],
    ['a million lists in each other, cut off', () => '['.repeat(million)],
    ['a million objects in each other', () => `{"a":`.repeat(million)],
  ])('%s: refused with a sentence', async (_kind, make) => {
    const file = path.join(made, 'large.json');
    writeFileSync(file, make());
    await pick(file);
    expect(await outcome()).toBe('refused');
  });

  test('fifty megabytes in a field that the page does not know open, or are refused with a sentence', async () => {
    const file = path.join(made, 'large.json');
    writeFileSync(file, `{"steps":[{"name":"a"}],"more":"${'x'.repeat(50 * million)}"}`);
    await pick(file);
    await outcome();
  });

  test('a link that unfolds into a hundred megabytes is refused with a sentence', async () => {
    const bomb = deflateRawSync(Buffer.alloc(100 * million, 0x20), { level: 9 });
    await visit.follow(`#v1.${bomb.toString('base64url')}`);
    expect(await outcome()).toBe('refused');
  });
});
