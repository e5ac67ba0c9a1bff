import { expect, test, vi } from 'vitest';
import type { PipelineDefinition } from '../../wasm/module/types';
import { openPipeline, renameStep } from '../../web/src/state/edits';
import {
  addBookmark,
  addStop,
  bookmarkAt,
  cursorOf,
  marksOf,
  noteBookmark,
  removeBookmark,
  stopAtRounds,
} from '../../web/src/state/marks';
import { guideOf, type Pace, readyAt } from '../../web/src/state/pace';
import { beat } from '../../web/src/state/player';
import { removeDependencies } from '../../web/src/state/removal';
import { readWork, textOfWork } from '../../web/src/state/saved_work';
import { Session } from '../../web/src/state/session';
import { Store } from '../../web/src/state/store';
import { orchestrator, pipeline } from '../wasm/module';

function sessionFor(definition: PipelineDefinition): Session {
  const document = { definition, breakage: [] };
  return new Session(orchestrator, new Store({ document, cursor: 0, speed: 1, theme: 'system' }));
}
const diamond = () => sessionFor(pipeline('a', 'b < a', 'c < a', 'd < b c'));

/** What is said at each stop on the way from the first event to the last, and back. */
function walk(session: Session, pace: Pace): { forth: number[]; back: number[] } {
  guideOf(session).pace = pace;
  const [forth, back]: number[][] = [[], []];
  session.seek(0);
  while (!session.atEnd) {
    session.step(1);
    forth?.push(session.cursor);
  }
  while (session.cursor > 0) {
    session.step(-1);
    back?.push(session.cursor);
  }
  return { forth: forth ?? [], back: back ?? [] };
}
const queueAt = (session: Session, cursor: number) =>
  Array.from(session.analysis.frame(cursor)?.queue ?? [], (step) => session.analysis.nameOf(step));

test('by dequeue each step of the transport ends where a step is taken out, there and back', () => {
  const session = diamond();
  const { forth, back } = walk(session, 'dequeue');
  const kinds = forth.map((cursor) => session.analysis.trace?.moment(cursor).kind);
  expect(kinds).toEqual(['dequeue', 'dequeue', 'dequeue', 'dequeue', 'finish']);
  expect(back).toEqual([...forth.slice(0, -1).reverse(), 0]);
});

test('by round each step of the transport ends where the queue holds one tier', () => {
  const session = diamond();
  const { forth, back } = walk(session, 'round');
  expect(forth.map((cursor) => queueAt(session, cursor))).toEqual([['a'], ['b', 'c'], ['d'], []]);
  expect(back).toEqual([...forth.slice(0, -1).reverse(), 0]);
});

test('rounds of a pipeline that stalls end with the stall', () => {
  const session = sessionFor(pipeline('a', 'b < a', 'x < y a', 'y < x'));
  const { forth } = walk(session, 'round');
  expect(forth.map((cursor) => queueAt(session, cursor))).toEqual([['a'], ['b'], []]);
  expect(session.analysis.frame(forth.at(-1) ?? 0)?.stalled).toBe(true);
});

test('the button is called by its pace', () => {
  const session = diamond();
  expect(session.forth).toBe('forward');
  guideOf(session).pace = 'round';
  expect(session.forth).toBe('by round');
});

test('playing stops when a step becomes ready, says so, and goes on from there', () => {
  vi.useFakeTimers();
  const session = diamond();
  guideOf(session);
  session.edit(addStop('c'));
  session.togglePlay();
  vi.advanceTimersByTime(beat * 30);
  expect(session.cursor).toBe(readyAt(session.analysis, 'c'));
  expect(session.player.playing).toBe(false);
  expect(session.spoken.text).toMatch(/^Stopped: 'c' becomes ready\. 'c' has in-degree 0 now/);
  session.togglePlay();
  vi.advanceTimersByTime(beat * 30);
  expect(session.atEnd).toBe(true);
  vi.useRealTimers();
});

test('playing can stop at each round', () => {
  vi.useFakeTimers();
  const session = diamond();
  guideOf(session);
  session.edit(stopAtRounds(true));
  const queues: string[][] = [];
  for (let round = 0; round < 4; round += 1) {
    session.togglePlay();
    vi.advanceTimersByTime(beat * 30);
    queues.push(queueAt(session, session.cursor));
  }
  expect(queues).toEqual([['a'], ['b', 'c'], ['d'], []]);
  vi.useRealTimers();
});

test('a long step of the transport does not jump over a stop', () => {
  const session = diamond();
  guideOf(session).pace = 'round';
  session.edit(addStop('b'));
  session.step(1);
  session.step(1);
  expect(session.cursor).toBe(readyAt(session.analysis, 'b'));
});

test('nothing stops at a step that never becomes ready', () => {
  const session = sessionFor(pipeline('a', 'x < x'));
  guideOf(session);
  session.edit(addStop('x'));
  session.edit(addStop('gone'));
  expect(readyAt(session.analysis, 'x')).toBe(null);
  while (session.forward());
  expect(session.atEnd).toBe(true);
});

test('a bookmark finds its event again when an edit has moved it', () => {
  const session = diamond();
  const { analysis } = session;
  const at = readyAt(analysis, 'd') ?? -1;
  if (analysis.trace) session.edit(addBookmark(bookmarkAt(analysis, analysis.trace, at)));
  session.edit(noteBookmark(0, 'both are done'));
  const [mark] = marksOf(session.store.document).bookmarks;
  if (!mark) throw new Error('There is no bookmark.');
  expect(mark.note).toBe('both are done');
  expect(cursorOf(mark, session.analysis)).toBe(at);
  session.edit(removeDependencies([{ from: 'a', to: 'b' }]));
  const now = cursorOf(mark, session.analysis);
  expect(now).not.toBe(at);
  expect(now).toBe(readyAt(session.analysis, 'd'));
  session.edit(renameStep(3, 'd', 'last'));
  expect(cursorOf(mark, session.analysis)).toBe(-1);
  session.undo();
  expect(cursorOf(mark, session.analysis)).toBe(now);
});

const noMarks = { bookmarks: [], stops: [], rounds: false, order: [], without: null };

test('marks are kept with the work, undone like edits, and left behind by another pipeline', () => {
  const session = diamond();
  const { analysis, store } = session;
  if (analysis.trace) session.edit(addBookmark(bookmarkAt(analysis, analysis.trace, 3)));
  session.edit(noteBookmark(0, '<b>mine</b>'));
  session.edit(addStop('d'));
  const kept = readWork(textOfWork(store.work));
  expect(kept && marksOf(kept.document)).toEqual(marksOf(store.document));
  session.edit(removeBookmark(0));
  expect(marksOf(store.document).bookmarks).toEqual([]);
  session.undo();
  expect(marksOf(store.document).bookmarks).toHaveLength(1);
  session.edit(openPipeline(pipeline('other')));
  expect(marksOf(store.document)).toEqual(noMarks);
  session.undo();
  session.undo();
  session.undo();
  session.undo();
  expect(marksOf(store.document)).toEqual(noMarks);
});

test('whatever a storage holds for marks, what makes no sense is left out', () => {
  const bad = [
    null,
    5,
    [],
    { bookmarks: 5, stops: {}, order: 'a', without: { from: 'a' } },
    { bookmarks: [null, { at: 'x' }], stops: [1] },
  ];
  for (const marks of bad) {
    const document = { definition: pipeline('a'), breakage: [], marks };
    expect(marksOf(document)).toEqual(noMarks);
  }
});
