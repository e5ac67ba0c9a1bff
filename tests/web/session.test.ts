import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Orchestrator, openEngine, type PipelineDefinition } from '../../web/src/engine/index';
import { breakageFor, breakIt } from '../../web/src/state/breakage';
import { addStep, renameStep, setStepField } from '../../web/src/state/edits';
import { Session } from '../../web/src/state/session';
import { ordinal, wordsOf } from '../../web/src/state/standing';
import { Store } from '../../web/src/state/store';
import { pipeline } from '../wasm/module';

const chain = () => pipeline('a', 'b < a', 'c < b') as PipelineDefinition;

/** The page's own, not the module's: what the page loads later must know it. */
const orchestrator = await openEngine();

function sessionFor(definition: PipelineDefinition, engine: Orchestrator = orchestrator): Session {
  const document = { definition, breakage: [] };
  return new Session(engine, new Store({ document, cursor: 0, speed: 1, theme: 'system' }));
}
function words(session: Session): string[] {
  const { analysis, frame } = session;
  return frame ? analysis.definition.steps.map((_, step) => wordsOf(frame.standing(step))) : [];
}

test('stepping stops at both ends', () => {
  const session = sessionFor(chain());
  session.seek(-5);
  expect(session.cursor).toBe(0);
  session.seek(1000);
  expect(session.cursor).toBe(session.analysis.length - 1);
  expect(session.atEnd).toBe(true);
});

test('each step has a state in every frame', () => {
  const session = sessionFor(pipeline('a', 'b < a', 'c < a'));
  expect(words(session)).toEqual(['waiting', 'waiting', 'waiting']);
  session.seek(1);
  expect(words(session)).toEqual(['ready, 1st', 'waiting', 'waiting']);
  session.seek(2);
  expect(words(session)).toEqual(['taken out', 'waiting', 'waiting']);
  session.seek(6);
  expect(words(session)).toEqual(['taken out', 'ready, 1st', 'ready, 2nd']);
  session.seek(session.analysis.length - 1);
  expect(words(session)).toEqual(['1st in order', '2nd in order', '3rd in order']);
});

test('the dependencies taken off so far are known', () => {
  const session = sessionFor(pipeline('a', 'b < a', 'c < a', 'd < b'));
  const told = (cursor: number) => {
    session.seek(cursor);
    const { frame } = session;
    return [1, 2].map((to) => (frame?.isNow(0, to) ? 'now' : frame?.isOff(0, to) ? 'off' : 'on'));
  };
  expect([1, 2, 3, 4, 5, 6, 7].map((cursor) => told(cursor).join(' '))).toEqual([
    'on on',
    'on on',
    'now on',
    'off on',
    'off now',
    'off off',
    'off off',
  ]);
});

test('a dependency that is listed twice counts until both are taken off', () => {
  const session = sessionFor({ steps: [{ name: 'a' }, { name: 'b', depends_on: ['a', 'a'] }] });
  const told = (cursor: number) => {
    session.seek(cursor);
    const { frame } = session;
    return frame?.isNow(0, 1) ? 'now' : frame?.isOff(0, 1) ? 'off' : 'on';
  };
  expect([2, 3, 4, 5].map(told)).toEqual(['on', 'now', 'now', 'off']);
});

test('breaking shows the stall, and mending gives back the pipeline as it was', () => {
  const definition = chain();
  const session = sessionFor(definition);
  session.toggleBreak();
  expect(session.frame?.stalled).toBe(true);
  expect(words(session)).toEqual(['on a cycle', 'on a cycle', 'on a cycle']);
  expect(session.breakOrMend).toBe('mend');
  session.toggleBreak();
  expect(lists(session.store.definition)).toEqual(lists(definition));
  expect(session.cursor).toBe(0);
});

const lists = ({ steps }: PipelineDefinition) => steps.map((step) => step.depends_on ?? []);

test('any pipeline with steps that can be sorted can be broken and mended', () => {
  const acyclic = fc
    .array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
    .map((lists) => ({
      steps: lists.map((list, at) => ({
        name: `s${at}`,
        depends_on: [...new Set(list.filter((on) => on < at))].map((on) => `s${on}`),
      })),
    }));
  fc.assert(
    fc.property(acyclic, (definition) => {
      const session = sessionFor(definition);
      session.toggleBreak();
      expect(session.analysis.stall).not.toBeNull();
      session.toggleBreak();
      expect(session.analysis.stall).toBeNull();
      expect(lists(session.store.definition)).toEqual(lists(definition));
    }),
    { numRuns: 50 },
  );
});

test('a cycle closes from the last step that depends on something up to its source', () => {
  const { steps } = pipeline('a', 'b < a', 'c < b', 'alone');
  expect(breakageFor({ steps }, [0, 3, 1, 2])).toEqual([{ from: 'c', to: 'a' }]);
  expect(breakageFor(pipeline('a', 'b', 'c'), [0, 1, 2])).toEqual([
    { from: 'c', to: 'a' },
    { from: 'a', to: 'c' },
  ]);
  expect(breakageFor(pipeline('a'), [0])).toEqual([{ from: 'a', to: 'a' }]);
  expect(breakageFor({ steps: [] }, [])).toEqual([]);
});

test('mending takes away exactly what was added, even when that step has been renamed since', () => {
  const session = sessionFor(chain());
  session.toggleBreak();
  session.edit(renameStep(2, 'c', 'last'));
  session.toggleBreak();
  expect(lists(session.store.definition)).toEqual([[], ['a'], ['b']]);
});

test("somebody else's cycle is mended by taking away what closes it", () => {
  const session = sessionFor(pipeline('a < b', 'b < a', 'c < c'));
  session.toggleBreak();
  expect(session.analysis.stall).toBeNull();
  expect(session.breakOrMend).toBe('break');
});

test('a cycle of somebody else that is left after ours is mended in a second go', () => {
  const session = sessionFor(chain());
  session.toggleBreak();
  session.edit(breakIt([{ from: 'b', to: 'b' }]));
  session.edit({ ...breakIt([{ from: 'c', to: 'c' }]), label: 'another' });
  session.toggleBreak();
  expect(session.breakOrMend).toBe('mend');
  session.toggleBreak();
  expect(session.breakOrMend).toBe('break');
});

test('an edit keeps the place in the trace as far as there is one', () => {
  const session = sessionFor(chain());
  session.seek(6);
  session.edit(setStepField(0, 'max_retries', '2'));
  expect(session.cursor).toBe(6);
  session.edit(renameStep(0, 'a', ''));
  expect(session.frame).toBeNull();
  session.undo();
  expect(session.cursor).toBe(6);
});

test('a definition with errors has diagnostics in place of a trace', () => {
  const session = sessionFor(pipeline('a < ghost'));
  expect(session.frame).toBeNull();
  expect(session.breakOrMend).toBeNull();
  expect(session.analysis.diagnostics.map(({ code }) => code)).toEqual(['unknown_dependency']);
  session.seek(3);
  session.toggleBreak();
  session.togglePlay();
  expect(session.cursor).toBe(0);
  expect(session.player.playing).toBe(false);
});

test('traces that are replaced give their memory back', () => {
  const disposed = vi.fn();
  const engine: Orchestrator = {
    ...orchestrator,
    trace(definition) {
      const traced = orchestrator.trace(definition);
      if (traced.ok) {
        const dispose = traced.trace.dispose.bind(traced.trace);
        traced.trace.dispose = () => {
          disposed();
          dispose();
        };
      }
      return traced;
    },
  };
  const session = sessionFor(chain(), engine);
  for (const name of ['d', 'e', 'f']) session.edit(addStep(name));
  session.undo();
  expect(disposed).toHaveBeenCalledTimes(4);
});

test('moving speaks the sentence of the event, and undo says what it has undone', () => {
  const session = sessionFor(chain());
  session.seek(1);
  expect(session.spoken.text).toBe(session.frame?.sentence);
  session.edit(addStep('d'));
  session.undo();
  expect(session.spoken.text).toBe("Undone: add 'd'.");
});

test('a message stays until the next edit', () => {
  const session = sessionFor(chain());
  session.edit(addStep('d'), 'Added it.');
  expect(session.notice).toEqual({ text: 'Added it.', canUndo: true });
  session.edit(addStep('e'));
  expect(session.notice).toBeNull();
});

test('places are counted as people count', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 113th',
  );
});

test('an edit that changes nothing leaves nothing to undo', () => {
  const session = sessionFor({ steps: [{ name: 'a', extra: { deep: [1, { more: null }] } }] });
  const copied = (deep: unknown) =>
    session.edit({
      label: 'copy',
      apply: ({ breakage }) => ({
        breakage,
        definition: { steps: [{ name: 'a', extra: { deep } }] },
      }),
    });
  copied([1, { more: null }]);
  expect(session.store.undoLabel).toBeNull();
  copied([1, { more: undefined }]);
  expect(session.store.undoLabel).toBe('copy');
  copied([1]);
  copied({ 0: 1 });
  expect(session.store.definition.steps).toEqual([{ name: 'a', extra: { deep: { 0: 1 } } }]);
});

test('the document goes back to any definition that it had', () => {
  const first = chain();
  const session = sessionFor(first);
  for (const name of ['d', 'e']) session.edit(addStep(name));
  const last = session.store.definition;
  session.store.returnTo(first);
  expect(session.store.definition).toBe(first);
  session.store.returnTo(last);
  expect(session.store.definition).toBe(last);
  const foreign = pipeline('x');
  session.store.returnTo(foreign);
  expect(session.store.definition).toBe(foreign);
  session.undo();
  expect(session.store.definition).toBe(last);
});
