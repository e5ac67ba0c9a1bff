import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakIt, mendIt } from '../../web/src/state/breakage';
import type { Document, Edit } from '../../web/src/state/document';
import * as edits from '../../web/src/state/edits';
import { Store } from '../../web/src/state/store';

const start: Document = {
  definition: {
    name: 'demo',
    steps: [
      { name: 'a' },
      { name: 'b', depends_on: ['a'] },
      { name: 'c', depends_on: ['b', 'ghost'], max_retries: 2, extra: [1] },
    ],
  },
  breakage: [],
};
const freshStore = () => new Store({ document: start, cursor: 3, speed: 1, theme: 'system' });

const index = fc.integer({ min: 0, max: 4 });
const name = fc.constantFrom('a', 'ab', 'abc', 'b', '', 'ghost', 'é');
const text = fc.constantFrom('', '1', '0', '1.', 'always', 'x');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  name.map(edits.addStep),
  fc.tuple(index, name, name).map((arguments_) => edits.renameStep(...arguments_)),
  fc.tuple(index, name).map((arguments_) => edits.removeStep(...arguments_)),
  fc.tuple(index, name, name, fc.boolean()).map((given) => edits.setDependency(...given)),
  fc.tuple(index, text).map(([at, typed]) => edits.setStepField(at, 'max_retries', typed)),
  fc.tuple(index, text).map(([at, typed]) => edits.setActionField(at, 'fails', typed)),
  text.map(edits.setPipelineName),
  fc.boolean().map(edits.setFailFast),
  fc.tuple(name, name).map(([from, to]) => breakIt([{ from, to }])),
  fc.tuple(name, name).map(([from, to]) => mendIt(start, [{ from, to }])),
  fc.constant(edits.clearPipeline()),
);
type Move = Edit | 'undo' | 'redo' | 'seal';
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: anyEdit },
  { weight: 1, arbitrary: fc.constantFrom<Move>('undo', 'redo', 'seal') },
);

function make(store: Store, move: Move): void {
  if (typeof move !== 'string') store.edit(move);
  else store[move]();
}
function undoAll(store: Store): void {
  while (store.undoLabel !== null) store.undo();
}

test('undoing everything gives back the start, and redoing everything the end', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 40 }), (moves) => {
      const store = freshStore();
      for (const move of moves) make(store, move);
      while (store.redoLabel !== null) store.redo();
      const end = store.document;
      undoAll(store);
      expect(store.document).toBe(start);
      while (store.redoLabel !== null) store.redo();
      expect(store.document).toEqual(end);
    }),
  );
});

test('one undo takes back exactly what the last edit changed', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 20 }), anyEdit, (moves, edit) => {
      const store = freshStore();
      for (const move of moves) make(store, move);
      store.seal();
      const before = store.document;
      store.edit(edit);
      const changed = store.document !== before;
      if (changed) store.undo();
      expect(store.document).toBe(before);
    }),
  );
});

test('no edit changes a document in place', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 10 }), (list) => {
      const copy = structuredClone(start);
      const store = freshStore();
      for (const edit of list) store.edit(edit);
      expect(start).toEqual(copy);
    }),
  );
});

test('typing a name letter by letter is one edit', () => {
  const store = freshStore();
  for (const typed of ['', 'x', 'xy']) {
    store.edit(edits.renameStep(0, store.definition.steps[0]?.name ?? '', typed));
  }
  expect(store.definition.steps[1]?.depends_on).toEqual(['xy']);
  expect(store.undoLabel).toBe("rename 'a'");
  store.undo();
  expect(store.document).toBe(start);
  expect(store.undoLabel).toBeNull();
});

test('a name that meets another on its way does not get mixed up with it', () => {
  const store = freshStore();
  store.edit(edits.addStep('ab'));
  store.edit(edits.setDependency(2, 'c', 'ab', true));
  for (const typed of ['ab', 'abc']) {
    store.edit(edits.renameStep(0, store.definition.steps[0]?.name ?? '', typed));
  }
  expect(store.definition.steps[1]?.depends_on).toEqual(['abc']);
  expect(store.definition.steps[2]?.depends_on).toEqual(['b', 'ghost', 'ab']);
});

test('typing back what stood there leaves nothing to undo', () => {
  const store = freshStore();
  store.edit(edits.setStepField(2, 'max_retries', '25'));
  store.edit(edits.setStepField(2, 'max_retries', '2'));
  expect(store.undoLabel).toBeNull();
});

test('after leaving a field, typing in it again is another edit', () => {
  const store = freshStore();
  store.edit(edits.setPipelineName('x'));
  store.seal();
  store.edit(edits.setPipelineName('xy'));
  store.undo();
  expect(store.definition.name).toBe('x');
});

test('an edit that changes nothing is none', () => {
  const store = freshStore();
  store.edit(edits.setDependency(1, 'b', 'a', true));
  expect(store.undoLabel).toBeNull();
});

test('a new edit gives up what could have been redone', () => {
  const store = freshStore();
  store.edit(edits.addStep('x'));
  store.undo();
  expect(store.redoLabel).toBe("add 'x'");
  store.edit(edits.addStep('y'));
  expect(store.redoLabel).toBeNull();
});

test('undo also brings back the event that was shown', () => {
  const store = freshStore();
  store.edit(edits.addStep('x'));
  store.setCursor(0);
  store.undo();
  expect(store.cursor).toBe(3);
});
