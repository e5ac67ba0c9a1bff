import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PipelineDefinition } from '../../wasm/module/types';
import { formatJson } from '../../web/src/formats/json_format';
import { readRows } from '../../web/src/formats/rows';
import { readText } from '../../web/src/formats/text_reading';
import { demo } from '../../web/src/lesson/demo';
import { samples } from '../../web/src/lesson/samples';
import { breakIt, mendIt } from '../../web/src/state/breakage';
import type { Document, Edit } from '../../web/src/state/document';
import * as edits from '../../web/src/state/edits';
import { mendsOf } from '../../web/src/state/mends';
import { pasteRows } from '../../web/src/state/paste_rows';
import { Session } from '../../web/src/state/session';
import * as shared from '../../web/src/state/shared_work';
import { addStepAfter, removal } from '../../web/src/state/step_edits';
import { Store, type Work } from '../../web/src/state/store';
import { formatText, textOf, throwTextAway, write } from '../../web/src/state/writing';
import { Editing } from '../../web/src/views/graph/editing/editing';
import { orchestrator } from '../wasm/module';

/** Names that get into each other's way, and such as only a hostile file has. */
const names = [
  'a',
  'ab',
  'b',
  'é',
  'step 3',
  '',
  ' ',
  '__proto__',
  'constructor',
  '\ud800',
  'x\u202ey',
];
const anyName = fc.constantFrom(...names);
const anyText = fc.constantFrom('', '1', '0', '1.', '-1', 'always', 'x', '1e3', '９');
const place = fc.nat(7);
const anyJson = fc.json().map((text) => JSON.parse(text) as unknown);

/** A definition as a file may hold it: of the right shape, otherwise of any kind. */
const wildDefinition = fc.record(
  {
    name: fc.oneof(anyName, fc.constant(7)),
    fail_fast: fc.oneof(fc.boolean(), fc.constant('no')),
    extra: anyJson,
    steps: fc.array(
      fc.record(
        {
          name: anyName,
          depends_on: fc.array(anyName, { maxLength: 4 }),
          max_retries: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.constant('3')),
          action: fc.record({ fails: fc.constantFrom(0, 1, 'always', 'often') }),
          more: anyJson,
        },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 7 },
    ),
  },
  { requiredKeys: ['steps'] },
) as fc.Arbitrary<unknown> as fc.Arbitrary<PipelineDefinition>;

/** One that can be traced, with or without a cycle. */
const soundDefinition: fc.Arbitrary<PipelineDefinition> = fc
  .uniqueArray(fc.constantFrom('a', 'ab', 'b', 'é', 'step 3', '__proto__', 'c'), { maxLength: 6 })
  .chain((list) =>
    fc.record({
      steps: fc.tuple(
        ...list.map((name) =>
          fc.record({
            name: fc.constant(name),
            depends_on: fc.subarray(list, { maxLength: Math.min(2, list.length) }),
          }),
        ),
      ),
    }),
  );
const anyDefinition = fc.oneof({ weight: 3, arbitrary: soundDefinition }, wildDefinition);

const anyDocument: fc.Arbitrary<Document> = anyDefinition.map((definition) => ({
  definition,
  breakage: [],
}));

/** A text written anew, or something typed anywhere into the one that is there. */
const anyWriting = fc
  .tuple(
    fc.option(anyDefinition.map((definition) => formatJson(definition))),
    fc.constantFrom('', '{', '}', '[', ']', '"', ',', '"name": "x",', '{ "name": "y" },'),
    fc.nat(),
  )
  .map(([anew, typed, place]) => (document: Document) => {
    const old = anew ?? textOf(document);
    const at = place % (old.length + 1);
    const text = old.slice(0, at) + typed + old.slice(at);
    return write(text, readText(text).definition, document);
  });
const anyRows = fc
  .array(fc.tuple(anyName, anyName, anyText), { maxLength: 5 })
  .map((rows) => rows.map((cells) => cells.join('\t')).join('\n'));

/** Every edit that the page can make, as it is made of what stands there. */
const anyEdit: fc.Arbitrary<(document: Document) => Edit> = fc.oneof(
  anyName.map((name) => () => edits.addStep(name)),
  fc.tuple(anyName, anyName).map((given) => () => addStepAfter(...given)),
  fc.tuple(place, anyName).map(
    ([at, to]) =>
      ({ definition }: Document) =>
        edits.renameStep(at, definition.steps[at]?.name ?? '', to),
  ),
  place.map(
    (at) =>
      ({ definition }: Document) =>
        removal(definition, at).edit,
  ),
  fc.tuple(place, anyName, fc.boolean()).map(
    ([at, on, wanted]) =>
      ({ definition }: Document) =>
        edits.setDependency(at, definition.steps[at]?.name ?? '', on, wanted),
  ),
  fc
    .tuple(place, fc.constantFrom('max_retries' as const, 'timeout_ms' as const), anyText)
    .map((given) => () => edits.setStepField(...given)),
  fc.tuple(place, fc.constantFrom('output', 'duration_ms', 'fails', 'error' as const), anyText).map(
    ([at, field, typed]) =>
      () =>
        edits.setActionField(at, field as edits.ActionField, typed),
  ),
  anyText.map((text) => () => edits.setPipelineName(text)),
  fc.boolean().map((wanted) => () => edits.setFailFast(wanted)),
  fc.tuple(anyName, anyName).map(
    ([from, to]) =>
      () =>
        breakIt([{ from, to }]),
  ),
  fc.tuple(anyName, anyName).map(
    ([from, to]) =>
      (document: Document) =>
        mendIt(document, [{ from, to }]),
  ),
  anyDefinition.map((definition) => () => edits.openPipeline(definition)),
  fc.constantFrom(...samples).map(
    ({ definition }) =>
      () =>
        edits.openPipeline(definition),
  ),
  fc.constant(() => edits.clearPipeline()),
  anyDefinition.map(
    (definition) =>
      ({ definition: own, breakage }: Document) =>
        shared.openShared(definition, { definition: own, breakage, cursor: 0 }),
  ),
  anyWriting,
  fc.constant((document: Document) => {
    const { value, definition } = readText(textOf(document));
    return formatText(formatJson(value ?? null), definition, document);
  }),
  fc.constant(() => throwTextAway('throw the text away')),
  anyRows.map(
    (rows) =>
      ({ definition }: Document) =>
        pasteRows(readRows(rows).rows, definition.steps).edit,
  ),
  fc.constant(() => shared.keepOwn()),
  fc.constant(() => shared.takeShared()),
);

/** Does something to the session, or to its picture. */
type Move = (session: Session, picture: Editing) => unknown;
const always = (move: Move) => fc.constant(move);

/** Whatever else a learner does. */
const anyDeed: fc.Arbitrary<Move> = fc.oneof(
  always((session) => session.undo()),
  always((session) => session.redo()),
  always((session) => session.store.seal()),
  always((session) => session.toggleBreak()),
  always((session) => void session.forward()),
  always((session) => {
    session.store.run = session.film ? undefined : 2;
    const length = session.analysis.trace ? 4 : 0;
    const frame = () => session.analysis.frame(0);
    session.film = session.film ? null : { intro: '', length, frame };
  }),
  fc.nat(40).map((cursor) => (session: Session) => session.seek(cursor)),
  place.map((step) => (session: Session) => session.choose(step)),
  always((session) => session.choose(null)),
  anyDefinition.map(
    (definition) => (session: Session) => session.open(edits.openPipeline(definition), 3),
  ),
  fc.nat(20).map((which) => (session: Session) => {
    const { diagnostics, definition } = session.analysis;
    const offered = diagnostics.flatMap((diagnostic) => mendsOf(diagnostic, definition));
    const mend = offered[which % offered.length];
    if (mend) session.edit(mend.edit);
  }),
  // In the picture.
  always((_, picture) => picture.add()),
  always((_, picture) => picture.chosen !== null && picture.add(picture.chosen)),
  always((_, picture) => picture.chosen !== null && picture.rename(picture.chosen)),
  always((_, picture) => picture.chosen !== null && picture.connect(picture.chosen)),
  always((_, picture) => picture.chosen !== null && picture.remove(picture.chosen)),
  always((_, picture) => picture.back()),
  always((_, picture) => picture.removePicked()),
  anyName.map((name) => (_: Session, picture: Editing) => picture.takeName(name)),
  anyName.map((name) => (_: Session, picture: Editing) => picture.connectTo(name)),
  fc.tuple(anyName, anyName).map(([from, to]) => ({ store }: Session, picture: Editing) => {
    picture.join({ from, to });
    const there = new Set<unknown>(store.definition.steps.map(({ name }) => name));
    if (there.has(from) && there.has(to)) expect(picture.has({ from, to })).toBe(true);
  }),
  fc.nat(9).map((which) => ({ store }: Session, picture: Editing) => {
    const all = store.definition.steps.flatMap(({ name }) => picture.around(name));
    picture.pick(all[which % all.length] ?? null);
  }),
);

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  anyEdit.map((edit) => (session: Session) => {
    const made = edit(session.store.document);
    expect(made.label.trim()).not.toBe('');
    session.edit(made);
  }),
  anyDeed,
);

function begin(document: Document, cursor: number): { session: Session; picture: Editing } {
  const work: Work = { document: frozen(document), cursor, speed: 1, theme: 'system' };
  const session = new Session(orchestrator, new Store(work));
  session.store.subscribe(() => frozen(session.store.document));
  return { session, picture: new Editing(session, () => {}) };
}

/** What is frozen cannot be changed in place without an error. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

/** What holds whatever has been done. */
function check({ session, picture }: { session: Session; picture: Editing }): void {
  const { store, analysis, frame, cursor, chosen, spoken, notice } = session;
  const { definition } = store;
  expect(analysis.definition).toBe(definition);
  expect(analysis.diagnostics).toEqual(orchestrator.check(definition));
  expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  expect(store.undoLabel?.trim()).not.toBe('');
  expect(store.redoLabel?.trim()).not.toBe('');
  expect(frame === null).toBe(analysis.trace === null);
  if (frame) {
    expect(cursor).toBeGreaterThanOrEqual(0);
    expect(cursor).toBeLessThan(Math.max(1, session.length));
    if (!session.film) expect(frame.moment.cursor).toBe(cursor);
    expect(definition.steps.map((_, step) => frame.standing(step).kind)).not.toContain(undefined);
    const errors = analysis.diagnostics.filter(({ severity }) => severity === 'error');
    expect(session.breakOrMend).toBe(
      definition.steps.length === 0 ? null : analysis.stall ? 'mend' : 'break',
    );
    if (!analysis.stall) expect(errors.map(({ code }) => code)).not.toContain('cyclic_dependency');
  } else {
    expect(session.breakOrMend).toBeNull();
  }
  if (chosen !== null) expect(definition.steps[chosen]).toBeDefined();
  expect(spoken.text).not.toMatch(/undefined|null|NaN|\[object/);
  expect(notice?.text ?? '').not.toMatch(/undefined|NaN|\[object/);
  picture.follow();
  const places = new Set<unknown>(definition.steps.map(({ name }) => name));
  for (const name of [picture.connecting, picture.renaming]) {
    if (name !== null) expect(places).toContain(name);
  }
  if (picture.picked) expect(picture.has(picture.picked)).toBe(true);
}

test('whatever a learner does, all that is shown fits together', () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.nat(30),
      fc.array(anyMove, { maxLength: 25 }),
      (start, cursor, moves) => {
        const begun = begin(start, cursor);
        check(begun);
        for (const move of moves) {
          move(begun.session, begun.picture);
          check(begun);
        }
        begun.session.analysis.dispose();
      },
    ),
    { numRuns: 300 },
  );
});

test('undoing everything gives back the start, exactly, and redoing everything the end', () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.nat(30),
      fc.array(anyMove, { maxLength: 25 }),
      (start, cursor, moves) => {
        const { session, picture } = begin(start, cursor);
        const copy = structuredClone(start);
        for (const move of moves) move(session, picture);
        const { store } = session;
        while (store.redoLabel !== null) session.redo();
        const end = store.document;
        const endCursor = session.cursor;
        const labels: (string | null)[] = [];
        while (store.undoLabel !== null) {
          labels.push(store.undoLabel);
          session.undo();
          expect(session.spoken.text).toBe(`Undone: ${labels.at(-1)}.`);
        }
        expect(store.document).toBe(start);
        expect(store.document).toEqual(copy);
        while (store.redoLabel !== null) {
          expect(store.redoLabel).toBe(labels.pop());
          session.redo();
        }
        expect(labels).toEqual([]);
        expect(store.document).toBe(end);
        expect(session.cursor).toBe(endCursor);
        session.analysis.dispose();
      },
    ),
    { numRuns: 300 },
  );
});

test('undo brings back the event that was shown when the edit was made', () => {
  fc.assert(
    fc.property(fc.nat(15), anyEdit, (cursor, edit) => {
      const { session } = begin({ definition: demo, breakage: [] }, cursor);
      const made = edit(session.store.document);
      session.edit(made);
      session.seek(3);
      if (session.store.undoLabel === null) return;
      session.undo();
      expect(session.cursor).toBe(cursor);
      session.analysis.dispose();
    }),
  );
});

test('no edit changes what it is given, and the same edit of the same document is the same', () => {
  fc.assert(
    fc.property(anyDocument, anyEdit, (document, edit) => {
      frozen(document);
      const made = edit(document);
      expect(made.apply(document)).toEqual(made.apply(document));
    }),
    { numRuns: 1000 },
  );
});

test('fields that the page does not know survive every edit but those that replace the pipeline', () => {
  const kept = { unknown: [1, { deep: true }] };
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 10 }), (list) => {
      const definition = { ...demo, ...kept } as PipelineDefinition;
      const { session } = begin({ definition, breakage: [] }, 0);
      for (const edit of list) {
        const made = edit(session.store.document);
        if (/^(open|start|go back|take|edit the text|format)/.test(made.label)) continue;
        session.edit(made);
      }
      expect(session.store.definition).toMatchObject(kept);
      session.analysis.dispose();
    }),
  );
});
