/** Sentences in parts, and depth-first search, as the module tells of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DependencyClass, DepthTrace, Sentence, Study } from '../../wasm/module/study_types';
import { loadStudies } from './module.js';

const studies = await loadStudies();

/** Steps by letters: `opened('abc', 'ab', 'bc')` is a -> b -> c. */
function opened(names: string, ...arrows: string[]): Study {
  const steps = [...names];
  return studies.open({
    names: steps,
    dependencies: Uint32Array.from(
      arrows.flatMap((arrow) => [...arrow].map((name) => steps.indexOf(name))),
    ),
  });
}

const diamond = () => opened('abcd', 'ab', 'ac', 'bd', 'cd');

/** Puts a template together as a page in English does. */
function put(sentence: Sentence, names: readonly string[]): string {
  const quoted = (step: number) => `'${names[step]}'`;
  return sentence.template.replace(/\{(\w+)\}/g, (_, name) => {
    const param = sentence.params[name];
    if (param?.kind === 'steps') {
      const steps = param.value.map(quoted);
      const last = steps.pop() ?? '';
      return steps.length > 0 ? `${steps.join(', ')} and ${last}` : last;
    }
    return param?.kind === 'step' ? quoted(param.value) : String(param?.value);
  });
}

test('a sentence has a code, words with places, and what stands there', () => {
  const study = diamond();
  expect(study.sentence(8)).toEqual({
    code: 'decrement.waits',
    template:
      '{dependent} drops from {before} to {after}: {step} is done, but it still waits for {missing}.',
    params: {
      dependent: { kind: 'step', value: 3 },
      before: { kind: 'number', value: 2 },
      after: { kind: 'number', value: 1 },
      step: { kind: 'step', value: 1 },
      missing: { kind: 'step', value: 2 },
    },
    text: "'d' drops from 2 to 1: 'b' is done, but it still waits for 'c'.",
  });
  expect(() => study.sentence(14)).toThrow(RangeError);
});

test('why a step is where it is comes as a paragraph with its events', () => {
  const said = diamond().why(3, 8);
  expect(said.map(({ text }) => text).join(' ')).toBe(
    "'d' had in-degree 2 at the start, and has 1 now. 'b' was taken off at event 8. 'd' waits for 'c', which has been " +
      "in the ready queue since event 6. 'd' joins the ready queue at event 11.",
  );
  expect(said[1]).toMatchObject({
    code: 'why.taken.one',
    template: '{first} was taken off at event {first_event}.',
    params: { first: { kind: 'step', value: 1 }, first_event: { kind: 'event', value: 8 } },
  });
  expect(diamond().why(3, 0)[1]).toMatchObject({
    code: 'why.waits.some',
    params: { step: { kind: 'step', value: 3 }, missing: { kind: 'steps', value: [1, 2] } },
  });
  expect(() => diamond().why(4, 0)).toThrow(RangeError);
  expect(() => diamond().why(0, 14)).toThrow(RangeError);
});

test('a depth-first search is told event by event', () => {
  const { depth } = opened('abc', 'ab', 'bc', 'cb', 'ac');
  const lines = Array.from({ length: depth.length }, (_, cursor) => {
    const { kind, step, dependent, found, line, discovered, left, state } = depth.moment(cursor);
    return `${kind} ${step} ${dependent} ${found} line ${line}: ${discovered} ${left} ${state}`;
  });
  expect(lines).toEqual([
    'start -1 -1 null line 1: 0 0 running',
    'discover 0 -1 null line 4: 1 0 running',
    'look 0 1 tree line 6: 1 0 running',
    'discover 1 -1 null line 4: 2 0 running',
    'look 1 2 tree line 6: 2 0 running',
    'discover 2 -1 null line 4: 3 0 running',
    'look 2 1 back line 7: 3 0 running',
    'leave 2 -1 null line 9: 3 1 running',
    'leave 1 -1 null line 9: 3 2 running',
    'look 0 2 forward line 8: 3 2 running',
    'leave 0 -1 null line 9: 3 3 running',
    'finish -1 -1 null line 10: 3 3 cycle',
  ]);
  expect([...depth.discoveredIds]).toEqual([0, 1, 2]);
  expect([...depth.leftIds]).toEqual([2, 1, 0]);
  expect(depth.back).toEqual([{ from: 2, to: 1 }]);
  expect(depth.cycleAt(6)).toEqual(Uint32Array.of(1, 2, 1));
  expect(depth.cycleAt(7)).toBeNull();
  expect(depth.sentence(6).text).toBe(
    "'c' looks at its dependent 'b', which is grey: the search came down from there, and would come back to it. That " +
      'is a cycle of 2 steps.',
  );
});

test('steps turn from white to grey and black at their times', () => {
  const { depth } = diamond();
  expect(depth.times(3)).toEqual({ discovered: 5, left: 6 });
  expect([4, 5, 6].map((cursor) => depth.colour(cursor, 3))).toEqual(['white', 'grey', 'black']);
  expect([...depth.stack(5)]).toEqual([0, 1, 3]);
  expect([...depth.stack(13)]).toEqual([]);
  expect(depth.moment(13).state).toBe('sorted');
});

test('a dependency has a class from when it is looked at', () => {
  const { depth } = diamond();
  expect(depth.classOf(9, { from: 2, to: 3 })).toBeNull();
  expect(depth.classOf(10, { from: 2, to: 3 })).toBe('cross');
  expect(depth.classOf(13, { from: 0, to: 3 })).toBeNull();
  const graphs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 20 });
  const agree = (pairs: [number, number][]) => {
    const study = studies.open({
      names: [...'abcdefg'],
      dependencies: Uint32Array.from(pairs.flat()),
    });
    const looks = new Map<string, DependencyClass>();
    for (let cursor = 0; cursor < study.depth.length; cursor++) {
      const { kind, step, dependent, found } = study.depth.moment(cursor);
      const name = `${step} ${dependent}`;
      if (kind === 'look' && found && !looks.has(name)) looks.set(name, found);
      for (const [from, to] of pairs) {
        expect(study.depth.classOf(cursor, { from, to })).toBe(looks.get(`${from} ${to}`) ?? null);
      }
    }
    study.dispose();
  };
  fc.assert(fc.property(graphs, agree), { numRuns: 30 });
});

test('every template with its parameters is the sentence in English', () => {
  const names = [...'abcdefg'];
  const graphs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 20 });
  const same = (pairs: [number, number][]) => {
    const study = studies.open({ names, dependencies: Uint32Array.from(pairs.flat()) });
    for (let cursor = 0; cursor < study.depth.length; cursor++) {
      const sentence = study.depth.sentence(cursor);
      expect(put(sentence, names)).toBe(sentence.text);
    }
    for (const cursor of study.events([], -1)) {
      const sentence = study.sentence(cursor);
      expect(put(sentence, names)).toBe(sentence.text);
      for (const reason of names.flatMap((_, step) => study.why(step, cursor))) {
        expect(put(reason, names)).toBe(reason.text);
      }
    }
    study.dispose();
  };
  fc.assert(fc.property(graphs, same));
});

test('what is asked of nothing is refused', () => {
  const study = diamond();
  const { depth } = study;
  const misuses: ((of: DepthTrace) => unknown)[] = [
    (of) => of.moment(14),
    (of) => of.sentence(-1),
    (of) => of.colour(0, 4),
    (of) => of.times(0.5),
    (of) => of.stack(Number.NaN),
    (of) => of.classOf(0, { from: 0, to: 4 }),
    (of) => of.cycleAt(14),
  ];
  for (const misuse of misuses) expect(() => misuse(depth)).toThrow(RangeError);
  study.dispose();
  expect(() => depth.moment(0)).toThrow('disposed of');
});

test('any event of a search through 300,000 steps in a chain is there at once', () => {
  const steps = 300_000;
  const dependencies = Uint32Array.from({ length: 2 * (steps - 1) }, (_, i) => (i + 1) >> 1);
  const study = studies.open({ names: Array<string>(steps).fill('s'), dependencies });
  expect(study.depth.length).toBe(2 + 2 * steps + steps - 1);
  expect(study.depth.stack(2 * steps - 1)).toHaveLength(steps);
  expect(study.depth.leftIds[0]).toBe(steps - 1);
  study.dispose();
});
