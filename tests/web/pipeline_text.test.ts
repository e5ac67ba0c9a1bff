import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PipelineDefinition } from '../../wasm/module/types';
import { bracketsIn } from '../../web/src/formats/json_brackets';
import { formatJson } from '../../web/src/formats/json_format';
import { placeOf, placesIn } from '../../web/src/formats/json_places';
import { walkJson } from '../../web/src/formats/json_walk';
import { readText } from '../../web/src/formats/text_reading';
import { pointerTo } from '../../web/src/state/json_pointer';
import { Store } from '../../web/src/state/store';
import { draftOf, formatText, textOf, throwTextAway, write } from '../../web/src/state/writing';
import { Lines } from '../../web/src/views/text/lines';
import * as typing from '../../web/src/views/text/typing';

const string = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '/', '~', '\ud800', '\n', '\u007f', 'é', 'a', '['),
  }),
);
const json = fc
  .oneof(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), fc.dictionary(string, fc.jsonValue()))
  .map((value) => JSON.parse(JSON.stringify(value)));
const spaced = fc.constantFrom(undefined, 1, '\t');
const definition = fc
  .array(
    fc.record(
      { name: string, depends_on: fc.array(string), extra: json },
      { requiredKeys: ['name'] },
    ),
  )
  .map((steps) => JSON.parse(JSON.stringify({ steps })) as PipelineDefinition);

function* parts(value: unknown, pointer = ''): Generator<[string, unknown]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* parts(part, pointerTo(pointer, key));
}

test('every value is found exactly where it stands in the text', () => {
  fc.assert(
    fc.property(json, spaced, (value, space) => {
      const text = JSON.stringify(value, null, space);
      const places = placesIn(text);
      expect(places.walked.whole).toBe(true);
      const all = [...parts(value)];
      expect(places.values.size).toBe(all.length);
      for (const [pointer, part] of all) {
        const { from, to, key } = placeOf(places, pointer);
        expect(JSON.parse(text.slice(from, to))).toEqual(part);
        if (key)
          expect(pointer).toBe(
            pointerTo(
              pointer.slice(0, pointer.lastIndexOf('/')),
              JSON.parse(text.slice(key.from, key.to)),
            ),
          );
      }
    }),
  );
});

test('a text is walked to its end exactly when JSON.parse takes it', () => {
  const sign = fc.constantFrom(
    ...'{}[],:"\\'.split(''),
    ' ',
    '\n',
    '"a"',
    'true',
    'null',
    '-1.5e3',
    '01',
    '\u0007',
    '\u2028',
    '\\u00e9',
    'x',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      const text = signs.join('');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(walkJson(text).whole).toBe(parses);
    }),
    { numRuns: 5000 },
  );
});

test('a pipeline is the same after having been a text', () => {
  fc.assert(
    fc.property(definition, (pipeline) => {
      const read = readText(formatJson(pipeline));
      expect(read.problems).toEqual([]);
      expect(read.definition).toEqual(pipeline);
    }),
  );
});

test('a text that is formatted is laid out like the samples, and formatting it again changes nothing', () => {
  const text = formatJson({ name: 'x', steps: [{ name: 'a' }, { name: 'b', depends_on: ['a'] }] });
  expect(text).toBe(`{
  "name": "x",
  "steps": [
    { "name": "a" },
    { "name": "b", "depends_on": ["a"] }
  ]
}`);
  fc.assert(
    fc.property(json, (value) => {
      const once = formatJson(value);
      expect(JSON.parse(once)).toEqual(value);
      expect(formatJson(JSON.parse(once))).toBe(once);
    }),
  );
});

const problemIn = (text: string) => {
  const [problem] = readText(text).problems;
  const { line, column } = new Lines(text).placeOf(problem?.from ?? 0);
  return `${line}:${column} ${problem?.message}`;
};

test('what keeps a text from being JSON is said with its place', () => {
  expect(problemIn('{\n  "steps": [}')).toMatch(/^2:13 A value is expected here/);
  expect(problemIn('{ "steps": [{ "name": "a" } { "name": "b" }] }')).toMatch(
    /^1:29 A comma or \] is missing here/,
  );
  expect(problemIn('{ "steps": [],\n}')).toMatch(/^2:1 .*a comma is too many/);
  expect(problemIn('{ "steps" [] }')).toMatch(/^1:11 A colon is missing/);
  expect(problemIn("{ 'steps': [] }")).toMatch(/^1:3 .*double quotes/);
  expect(problemIn('{ steps: [] }')).toMatch(/^1:3 The name of a field in double quotes/);
  expect(problemIn('{ "steps": [{ "name": "a }] }')).toMatch(/^1:23 .*not closed/);
  expect(problemIn('{ "steps": [')).toMatch(/^1:13 The text ends too early: it lacks \] \}/);
  expect(problemIn(' ')).toMatch(/There is nothing here/);
  expect(problemIn('{"steps":[]} x')).toMatch(/^1:14 The pipeline ends before this/);
});

test('a field that is there twice is said at the second, and the last one counts', () => {
  const { problems, definition: read } = readText('{"steps":[{"name":"a","name":"b"}]}');
  expect(problems).toMatchObject([{ severity: 'warning', from: 22, to: 28 }]);
  expect(read?.steps[0]?.name).toBe('b');
});

test('JSON that cannot be shown as a pipeline is none, and too deep or too long text is not read', () => {
  expect(readText('{"steps":[{"name":7}]}')).toMatchObject({ definition: null, problems: [] });
  const deep = `{"steps":[],"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(readText(deep)).toMatchObject({ value: undefined, definition: null });
  expect(readText(deep).problems[0]?.message).toMatch(/nested more than 100 deep/);
  expect(readText(' '.repeat(5_000_000)).problems[0]?.message).toMatch(/too long/);
});

const start = { steps: [{ name: 'a' }, { name: 'b', depends_on: ['a'] }] };
function freshStore(): Store {
  const document = { definition: start, breakage: [] };
  return new Store({ document, cursor: 0, speed: 1, theme: 'system' });
}
const type = (store: Store, text: string) =>
  store.edit(write(text, readText(text).definition, store.document));

test('text that does not parse keeps the last definition that did, within one burst too', () => {
  const store = freshStore();
  type(store, '{"steps":[{"name":"a"},{"name":"c"}]}');
  const { definition: good } = store;
  expect(good.steps[0]).toBe(start.steps[0]);
  type(store, '{"steps":[{"name":"a"},{"name":"c"}');
  expect(store.definition).toBe(good);
  expect(textOf(store.document)).toBe('{"steps":[{"name":"a"},{"name":"c"}');
  expect(draftOf(store.document)).toEqual({ isApart: false });
  store.undo();
  expect(store.definition).toBe(start);
  expect(store.undoLabel).toBeNull();
  expect(draftOf(store.document)).toBeNull();
  store.redo();
  expect(store.definition).toBe(good);
  expect(draftOf(store.document)).toEqual({ isApart: false });
});

test('the text stays as it was written, until the definition is changed elsewhere', () => {
  const store = freshStore();
  const own = '{ "steps" : [{"name":"a"},\n{"name":"b","depends_on":["a"]}] }';
  type(store, own);
  expect(store.definition).toBe(start);
  expect(textOf(store.document)).toBe(own);
  store.edit({ label: 'x', apply: (old) => ({ ...old, definition: { steps: [] } }) });
  expect(textOf(store.document)).toBe('{\n  "steps": []\n}');
  store.undo();
  expect(textOf(store.document)).toBe(own);
  store.edit(formatText(formatJson(start), start, store.document));
  expect(store.undoLabel).toBe('format the text');
});

test('a draft survives edits elsewhere and is thrown away only when asked, which can be undone', () => {
  const store = freshStore();
  type(store, '{');
  store.edit({ label: 'x', apply: (old) => ({ ...old, definition: { steps: [] } }) });
  expect(textOf(store.document)).toBe('{');
  expect(draftOf(store.document)).toEqual({ isApart: true });
  type(store, '{ ');
  expect(draftOf(store.document)).toEqual({ isApart: true });
  expect(store.definition).toEqual({ steps: [] });
  store.edit(throwTextAway('throw the text away'));
  expect(textOf(store.document)).toBe('{\n  "steps": []\n}');
  store.undo();
  expect(textOf(store.document)).toBe('{ ');
});

test('any writing can be undone to the start, and the definition is always one that was read', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', '"steps":', '{"name":"a"}', ',', ' ');
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.nat(), fc.boolean()), { maxLength: 20 }), (moves) => {
      const store = freshStore();
      const known = new Set([JSON.stringify(start)]);
      for (const [typed, place, seal] of moves) {
        const old = textOf(store.document);
        const at = place % (old.length + 1);
        const text = old.slice(0, at) + typed + old.slice(at);
        const read = readText(text).definition;
        if (read) known.add(JSON.stringify(read));
        type(store, text);
        if (seal) store.seal();
        expect(textOf(store.document)).toBe(text);
        expect(known).toContain(JSON.stringify(store.definition));
      }
      while (store.undoLabel !== null) store.undo();
      expect(store.definition).toBe(start);
      expect(draftOf(store.document)).toBeNull();
    }),
  );
});

/** The selection as [ and ], the caret as |. */
const selected = (marked: string): typing.Selected => {
  const from = marked.search(/[|‹]/);
  const to = marked.includes('›') ? marked.indexOf('›') - 1 : from;
  return { text: marked.replace(/[|‹›]/g, ''), from, to };
};
const shown = ({ text, from, to }: typing.Selected) =>
  from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;

test('Tab indents, Shift and Tab take it back, Enter keeps it', () => {
  expect(shown(typing.indent(selected('a|b')))).toBe('a  |b');
  expect(shown(typing.indent(selected('‹a\n\nb›\nc')))).toBe('  ‹a\n\n  b›\nc');
  expect(shown(typing.outdent(selected('  ‹a\n\n  b›\nc')))).toBe('‹a\n\nb›\nc');
  expect(shown(typing.outdent(selected('|a')))).toBe('|a');
  expect(shown(typing.breakLine(selected('  a|b')))).toBe('  a\n  |b');
  expect(shown(typing.breakLine(selected('  {|}')))).toBe('  {\n    |\n  }');
  expect(shown(typing.breakLine(selected('[|')))).toBe('[\n  |');
  expect(shown(typing.closeBracket(selected('{\n    |'), '}'))).toBe('{\n  }|');
  expect(shown(typing.closeBracket(selected('{|'), '}'))).toBe('{}|');
  expect(typing.caretAfter('abc', 'aXbc')).toBe(2);
});

test('indenting and then outdenting any lines gives them back', () => {
  const text = fc
    .array(fc.constantFrom('', 'a', '  b', '\n'), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
      const [from = 0, to = 0] = [one, other]
        .map((at) => at % (whole.length + 1))
        .sort((a, b) => a - b);
      fc.pre(from < to);
      expect(typing.outdent(typing.indent({ text: whole, from, to })).text).toBe(whole);
    }),
  );
});

test('brackets find their partners, even where the text is broken and never within quotes', () => {
  const partners = bracketsIn('{ "a]": [1, {} x ] } "[');
  expect([...partners].sort((a, b) => a[0] - b[0])).toEqual([
    [0, 19],
    [8, 17],
    [12, 13],
    [13, 12],
    [17, 8],
    [19, 0],
  ]);
});
