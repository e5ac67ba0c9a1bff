import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows } from '../../web/src/formats/rows';
import { pastedInWords, pasteRows } from '../../web/src/state/paste_rows';
import { Store } from '../../web/src/state/store';
import { looksLikeRows } from '../../web/src/state/typed';

test('cells between tabs, commas or semicolons are steps, with names parted by what is left', () => {
  const rows = [
    { name: 'build', depends_on: [], max_retries: '2' },
    { name: 'test', depends_on: ['build', 'lint'], max_retries: '' },
  ];
  expect(readRows('build\t\t2\ntest\tbuild; lint\t\n').rows).toEqual(rows);
  expect(readRows('build\t\t2\r\ntest\tbuild,lint\t').rows).toEqual(rows);
  expect(readRows('build,,2\ntest,build;lint,').rows).toEqual(rows);
  expect(readRows('build,,2\ntest,"build, lint",').rows).toEqual(rows);
  expect(readRows('build;;2\ntest;"build"').rows).toEqual([
    rows[0],
    { name: 'test', depends_on: ['build'], max_retries: '' },
  ]);
});

test('a heading says what each column is, in any order, and what is no field is left out', () => {
  const { rows, leftOut } = readRows('Timeout in ms\tOwner\tStep\tDepends on\n500\tada\tb\ta\n');
  expect(rows).toEqual([{ name: 'b', depends_on: ['a'], timeout_ms: '500' }]);
  expect(leftOut).toEqual(["The column 'Owner' is none that a step has."]);
  expect(readRows('name\nname').rows).toEqual([{ name: 'name' }]);
});

test('a list of names alone is a list of steps', () => {
  expect(readRows('a\nb\n\nc').rows).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
});

test('rows of one name count together, and rows without one are said', () => {
  const { rows, leftOut } = readRows('a\tx\t3\na\ty\t\n\tz\t\n');
  expect(rows).toEqual([{ name: 'a', depends_on: ['x', 'y'], max_retries: '3' }]);
  expect(leftOut).toEqual(['Row 3 has no name.']);
});

test('only several cells look like rows', () => {
  expect(['a\tb', 'a\nb', 'a\rb'].map(looksLikeRows)).toEqual([true, true, true]);
  expect(['a', 'a, b', 'a\n', '{\n"steps": []\n}'].map(looksLikeRows)).toEqual(
    Array(4).fill(false),
  );
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'b', '"', ',', ';', '\t', '\n', ' ', 'é', '\ud800'),
});
const written = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('whatever a spreadsheet puts in quotes comes back as it was', () => {
  const name = cell.map((text) => text.trim()).filter((text) => text !== '');
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\t', ',', ';'),
      fc.constantFrom('\n', '\r\n'),
      (names, separator, end) => {
        const heading = ['retries', 'name'].join(separator);
        const lines = names.map((one) => [written('1'), written(one)].join(separator));
        // Which sign parts the cells is told by the first that is there at all.
        fc.pre(separator === '\t' || !/\t/.test(names.join('')));
        fc.pre(separator !== ';' || !/,/.test(names.join('')));
        const { rows } = readRows([heading, ...lines].join(end));
        expect(rows.map((row) => row.name)).toEqual(names);
        expect(rows.every((row) => row.max_retries === '1')).toBe(true);
      },
    ),
  );
});

test('no text whatever makes reading it fail, and pasting twice is pasting once', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { rows } = readRows(text);
      expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
      const store = freshStore();
      store.edit(pasteRows(rows, store.definition.steps).edit);
      const once = store.document;
      store.edit(pasteRows(rows, store.definition.steps).edit);
      expect(store.document).toBe(once);
      while (store.undoLabel !== null) store.undo();
      expect(store.document).toBe(start);
    }),
    { numRuns: 2000 },
  );
});

const start = {
  definition: {
    steps: [
      { name: 'a', max_retries: 4, colour: 'red' },
      { name: 'b', depends_on: ['a'] },
    ],
  },
  breakage: [],
};
const freshStore = () => new Store({ document: start, cursor: 0, speed: 1, theme: 'system' });

test('steps of these names are changed in their columns only, others are added, as one edit', () => {
  const store = freshStore();
  const pasted = pasteRows(readRows('a\tc\nc\t').rows, store.definition.steps);
  expect(pastedInWords(pasted)).toBe('1 new step, 1 brought up to date.');
  store.edit(pasted.edit);
  expect(store.definition.steps).toEqual([
    { name: 'a', max_retries: 4, colour: 'red', depends_on: ['c'] },
    { name: 'b', depends_on: ['a'] },
    { name: 'c' },
  ]);
  expect(store.undoLabel).toBe('paste 2 rows');
  store.undo();
  expect(store.document).toBe(start);
});
