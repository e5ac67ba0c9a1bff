/**
 * What a learner marks in a trace, events with a note and where playing is to stop, and tries out beside it. It is undone
 * like any edit, and kept with the work.
 */
import type { Trace } from '../engine/index';
import type { Analysis } from './analysis';
import type { Dependency, Document, Edit } from './document';
import { type EventKind, isSameEvent } from './event_search';
import { quoted } from './words';

/** An event as it is found again when an edit has moved it. */
export interface Bookmark {
  /** Its cursor when it was marked. */
  at: number;
  kind: EventKind;
  step?: string;
  dependent?: string;
  note: string;
}

export interface Marks {
  /** In the order of their events. */
  bookmarks: readonly Bookmark[];
  /** Playing stops when these steps become ready. */
  stops: readonly string[];
  /** Playing stops whenever the ready queue holds a whole round. */
  rounds: boolean;
  /** An order of the learner's own, as far as it is put together: steps by name, so that it outlives an edit. */
  order: readonly string[];
  /** The dependency that is left out where tiers are compared. */
  without: Dependency | null;
}

const none: Marks = { bookmarks: [], stops: [], rounds: false, order: [], without: null };
let read: { from: unknown; marks: Marks } = { from: undefined, marks: none };

/** Whatever a storage holds: what makes no sense is left out. */
export function marksOf({ marks: from }: Document): Marks {
  if (from !== read.from) read = { from, marks: readMarks(from) };
  return read.marks;
}

function readMarks(from: unknown): Marks {
  if (typeof from !== 'object' || !from) return none;
  const { bookmarks, stops, rounds, order, without } = from as Record<keyof Marks, unknown>;
  return {
    bookmarks: Array.isArray(bookmarks) ? bookmarks.filter(isBookmark) : [],
    stops: namesIn(stops),
    rounds: rounds === true,
    order: [...new Set(namesIn(order))],
    without: isDependency(without) ? without : null,
  };
}

function namesIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
}

function isDependency(value: unknown): value is Dependency {
  if (typeof value !== 'object' || !value) return false;
  const { from, to } = value as Record<keyof Dependency, unknown>;
  return typeof from === 'string' && typeof to === 'string';
}

function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== 'object' || !value) return false;
  const { at, kind, note, step, dependent } = value as Record<keyof Bookmark, unknown>;
  const isName = (name: unknown) => name === undefined || typeof name === 'string';
  return (
    Number.isSafeInteger(at) &&
    typeof kind === 'string' &&
    typeof note === 'string' &&
    isName(step) &&
    isName(dependent)
  );
}

/** The bookmark for an event of a trace, without a note. */
export function bookmarkAt(analysis: Analysis, trace: Trace, at: number): Bookmark {
  const { kind, step, dependent } = trace.moment(at);
  const mark: Bookmark = { at, kind, note: '' };
  if (step >= 0) mark.step = analysis.nameOf(step);
  if (dependent >= 0) mark.dependent = analysis.nameOf(dependent);
  return mark;
}

/** Longer traces are not looked through for an event that has moved. */
const mostSought = 20_000;

/** Where its event is now, the nearest of several; -1 when the trace has none like it any more. */
export function cursorOf({ at, kind, ...names }: Bookmark, analysis: Analysis): number {
  const { trace } = analysis;
  const step = names.step === undefined ? -1 : analysis.indexOf(names.step);
  const dependent = names.dependent === undefined ? -1 : analysis.indexOf(names.dependent);
  const isGone = names.step !== undefined && step < 0;
  if (!trace || isGone || (names.dependent !== undefined && dependent < 0)) return -1;
  const event = { kind, step, dependent };
  const isHere = (cursor: number) =>
    cursor >= 0 && cursor < trace.length && isSameEvent(trace.moment(cursor), event);
  const furthest = Math.min(mostSought, Math.max(at, trace.length));
  for (let away = 0; away <= furthest; away += 1) {
    if (isHere(at - away)) return at - away;
    if (isHere(at + away)) return at + away;
  }
  return -1;
}

export function addBookmark(mark: Bookmark): Edit {
  return changing(`bookmark event ${mark.at + 1}`, ({ bookmarks }) => ({
    bookmarks: [...bookmarks, mark].sort((a, b) => a.at - b.at),
  }));
}
export function removeBookmark(place: number): Edit {
  return changing('remove a bookmark', ({ bookmarks }) => ({
    bookmarks: bookmarks.filter((_, other) => other !== place),
  }));
}
/** A burst of typing in one note is undone as one. */
export function noteBookmark(place: number, note: string): Edit {
  const change = changing('change a note', ({ bookmarks }) => {
    const mark = bookmarks[place];
    return mark ? { bookmarks: bookmarks.with(place, { ...mark, note }) } : {};
  });
  return { ...change, field: `/marks/${place}` };
}

export function addStop(step: string): Edit {
  return changing(`stop at ${quoted(step)}`, ({ stops }) => ({
    stops: stops.includes(step) ? stops : [...stops, step],
  }));
}
export function removeStop(step: string): Edit {
  return changing(`no longer stop at ${quoted(step)}`, ({ stops }) => ({
    stops: stops.filter((other) => other !== step),
  }));
}
export function stopAtRounds(rounds: boolean): Edit {
  return changing(rounds ? 'stop at each round' : 'no longer stop at each round', () => ({
    rounds,
  }));
}

/** `label` says what was moved. */
export function placeSteps(order: readonly string[], label: string): Edit {
  return changing(label, () => ({ order }));
}
export function leaveOut(without: Dependency | null): Edit {
  return changing(without ? 'leave a dependency out' : 'leave none out', () => ({ without }));
}

function changing(label: string, change: (marks: Marks) => Partial<Marks>): Edit {
  return {
    label,
    apply(document) {
      const marks = marksOf(document);
      return { ...document, marks: { ...marks, ...change(marks) } };
    },
  };
}
