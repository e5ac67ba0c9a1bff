/**
 * What the browser's storage holds, as far as the first screen needs it. Every tab has a slot of its own; a new tab goes on
 * with what any tab has saved last. Writing is left to keeping.ts, which follows the first screen.
 */
import type { PipelineDefinition } from '../engine/index';
import { shapeProblem } from '../formats/shape';
import type { Dependency, Document } from './document';
import { type Speed, speeds, type Theme, type Work } from './store';

/** In the tab's storage: its slot. In the local one: the only work of pages before there were slots. */
export const tabKey = 'run-orchestrator';
export const newestKey = 'run-orchestrator newest';
export const slotPrefix = 'run-orchestrator work ';
/** In the tab's storage: work that a page hands to the next one in its tab, which keeps it. */
export const handOverKey = 'run-orchestrator handed over';
export const version = 1;

/** Merely touching them throws where they are forbidden, so that they are asked for each time. */
export interface Storages {
  readonly local: Storage;
  readonly tab: Storage;
}

export interface Restored {
  work: Work | null;
  /** A sentence for the learner when something was there but could not be used. */
  problem: string | null;
  /** What could not be read. */
  unread: string | null;
}

/** What this tab goes on with, as it was written; null where there is nothing. Throws where storage is forbidden. */
export function keptText({ local, tab }: Storages): string | null {
  return (
    tab.getItem(handOverKey) ??
    local.getItem(slotPrefix + tab.getItem(tabKey)) ??
    local.getItem(slotPrefix + local.getItem(newestKey)) ??
    local.getItem(tabKey)
  );
}

export function restoreWork(storages: Storages): Restored {
  let text: string | null;
  try {
    text = keptText(storages);
  } catch {
    return {
      work: null,
      problem: 'This browser does not let the page keep your work, so a reload starts afresh.',
      unread: null,
    };
  }
  const work = text === null ? null : readWork(text);
  if (work || text === null) return { work, problem: null, unread: null };
  return {
    work,
    problem: 'Your saved pipeline could not be read, so the page opened on the demo pipeline.',
    unread: text,
  };
}

/** As it is read again; `more` stands beside it. Of the written text only what is in no definition has to be kept. */
export function textOfWork({ document, ...rest }: Work, more = {}): string {
  const { writing, ...saved } = document;
  const draft = writing?.isDraft ? writing.text : undefined;
  return JSON.stringify({ version, ...more, ...saved, draft, ...rest });
}

export function handOver({ tab }: Storages, work: Work): void {
  tab.setItem(handOverKey, textOfWork(work));
}

export function readWork(text: string): Work | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value.version !== version) return null;
  const document = readDocument(value);
  if (!document) return null;
  const { cursor, run, own, speed, theme } = value;
  const kept = isObject(own) && readDocument(own);
  return {
    document: kept ? { ...document, own: { ...kept, cursor: readCursor(own.cursor) } } : document,
    cursor: readCursor(cursor),
    run: run === undefined ? run : readCursor(run),
    speed: speeds.includes(speed as Speed) ? (speed as Speed) : 1,
    theme: theme === 'light' || theme === 'dark' ? (theme as Theme) : 'system',
  };
}

function readDocument({ definition, breakage, draft, marks, rules }: Loose): Document | null {
  if (shapeProblem(definition) !== null) return null;
  const of = definition as PipelineDefinition;
  return {
    definition: of,
    breakage: Array.isArray(breakage) ? breakage.filter(isDependency) : [],
    ...(marks ? { marks } : {}),
    ...(rules ? { rules } : {}),
    ...(typeof draft === 'string' && { writing: { text: draft, of, isDraft: true } }),
  };
}

function readCursor(value: unknown): number {
  return Number.isSafeInteger(value) ? Math.max(0, value as number) : 0;
}

function isDependency(value: unknown): value is Dependency {
  return isObject(value) && typeof value.from === 'string' && typeof value.to === 'string';
}

/** Fields that may be there, of whatever type. */
interface Loose {
  version?: unknown;
  definition?: unknown;
  breakage?: unknown;
  marks?: unknown;
  rules?: unknown;
  own?: unknown;
  draft?: unknown;
  cursor?: unknown;
  run?: unknown;
  speed?: unknown;
  theme?: unknown;
  from?: unknown;
  to?: unknown;
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
