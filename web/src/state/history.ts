/** Undo and redo as values: every edit leaves the document before it, with the cursor that stood there. */
import type { PipelineDefinition } from '../engine/index';
import type { Document, Edit } from './document';

interface Entry {
  label: string;
  document: Document;
  cursor: number;
}

interface PastEntry extends Entry {
  /** Set while the edit can still take in further typing in the same field. */
  openField: string | null;
}

export interface History {
  readonly past: readonly PastEntry[];
  readonly present: Document;
  readonly future: readonly Entry[];
}

/** What undo and redo bring back. */
export interface Moved {
  history: History;
  cursor: number;
}

// More than anyone undoes; documents share their steps, so keeping them costs little.
const depth = 500;

export function startHistory(document: Document): History {
  return { past: [], present: document, future: [] };
}

export function record(history: History, edit: Edit, cursor: number): History {
  const last = history.past.at(-1);
  const continues = last && edit.field !== undefined && last.openField === edit.field;
  const before = continues ? last.document : history.present;
  const present = edit.apply(before);
  const past = continues ? history.past.slice(0, -1) : history.past;
  if (sameDocument(present, before)) {
    return continues ? { past, present: before, future: [] } : history;
  }
  const entry: PastEntry = {
    label: continues ? last.label : edit.label,
    document: before,
    cursor: continues ? last.cursor : cursor,
    openField: edit.field ?? null,
  };
  return { past: [...past, entry].slice(-depth), present, future: [] };
}

/** Ends a row of edits to one field: what is typed next is undone by itself. */
export function seal(history: History): History {
  const last = history.past.at(-1);
  if (!last || last.openField === null) return history;
  return { ...history, past: history.past.with(-1, { ...last, openField: null }) };
}

export function undo(history: History, cursor: number): Moved | null {
  const last = history.past.at(-1);
  if (!last) return null;
  const undone = { label: last.label, document: history.present, cursor };
  return {
    history: {
      past: history.past.slice(0, -1),
      present: last.document,
      future: [undone, ...history.future],
    },
    cursor: last.cursor,
  };
}

export function redo(history: History, cursor: number): Moved | null {
  const next = history.future[0];
  if (!next) return null;
  const entry = { label: next.label, document: history.present, cursor, openField: null };
  return {
    history: {
      past: [...history.past, entry],
      present: next.document,
      future: history.future.slice(1),
    },
    cursor: next.cursor,
  };
}

/** Undoes, or else redoes, until a definition is there again; null when history does not know it. */
export function returnTo(
  history: History,
  definition: PipelineDefinition,
  cursor: number,
): Moved | null {
  const isThere = ({ document }: Entry) => document.definition === definition;
  const move = history.past.some(isThere) ? undo : history.future.some(isThere) ? redo : null;
  let moved: Moved | null = { history, cursor };
  while (moved && moved.history.present.definition !== definition) {
    moved = move?.(moved.history, moved.cursor) ?? null;
  }
  return moved;
}

function sameDocument(a: Document, b: Document): boolean {
  return same(a, b);
}

/** Documents share what an edit left alone, so that even of large ones little has to be looked at. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, at) => same(item, b[at]));
  }
  const [ours, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    ours.length === theirs.size &&
    ours.every(([key, value]) => theirs.has(key) && same(value, theirs.get(key)))
  );
}
