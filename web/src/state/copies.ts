/** Copies that the learner keeps by name in the browser's storage. */
import type { Document } from './document';
import { readWork, version } from './saved_work';
import { freshId, keysOf } from './slots';

const prefix = 'run-orchestrator copy ';

export interface Copy {
  id: string;
  name: string;
  /** When it was kept, in milliseconds. */
  at: number;
  document: Document;
  cursor: number;
  /** Not kept by the learner but by the page, when something else took its place. */
  isLeft: boolean;
}

export function copyOf(name: string, document: Document, cursor: number): Copy {
  const { definition, breakage, marks, rules } = document;
  return {
    id: freshId(),
    name,
    at: Date.now(),
    document: { definition, breakage, marks, rules },
    cursor,
    isLeft: false,
  };
}

/** Keeps it, in the place of what was kept under its id. Null when that was possible, otherwise why not. */
export function keepCopy(storage: () => Storage, { id, document, ...rest }: Copy): string | null {
  try {
    storage().setItem(prefix + id, JSON.stringify({ version, ...document, ...rest }));
    return null;
  } catch {
    return "The copy could not be kept: the browser's storage is full or blocked.";
  }
}

export function removeCopy(storage: () => Storage, id: string): void {
  storage().removeItem(prefix + id);
}

/** The newest first. */
export function copiesIn(storage: () => Storage): Copy[] {
  try {
    const local = storage();
    return keysOf(local)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => readCopy(key.slice(prefix.length), local.getItem(key) ?? '') ?? [])
      .sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Null for what this page cannot read: another version may. */
function readCopy(id: string, text: string): Copy | null {
  const work = readWork(text);
  if (!work) return null;
  const { name, at, isLeft } = JSON.parse(text) as Record<string, unknown>;
  return {
    id,
    name: typeof name === 'string' ? name : '',
    // A date that there is none of could not be put in words.
    at: typeof at === 'number' && Math.abs(at) < 8e15 ? at : 0,
    document: work.document,
    cursor: work.cursor,
    isLeft: isLeft === true,
  };
}
