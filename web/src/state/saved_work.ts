/** Work kept in the browser's storage. Broken, full or forbidden storage costs a sentence, never the page. */
import type { PipelineDefinition } from '../engine/index';
import { sizeOf } from '../engine/size';
import { shapeProblem } from '../formats/shape';
import type { Dependency, Document } from './document';
import { type Speed, speeds, type Theme, type Work } from './store';

const key = 'run-orchestrator';
const setAsideKey = 'run-orchestrator set aside';
const version = 1;
/** Steps and dependencies. Writing more of them would hold up the page, and the storage has little room. */
const mostKept = 40_000;

export interface Restored {
  work: Work | null;
  /** A sentence for the learner when something was there but could not be used. */
  problem: string | null;
}

/** `storage` is asked for each time, because merely touching `localStorage` throws where it is forbidden. */
export class SavedWork {
  constructor(private readonly storage: () => Storage) {}

  restore(): Restored {
    let text: string | null;
    try {
      text = this.storage().getItem(key);
    } catch {
      return {
        work: null,
        problem: 'This browser does not let the page keep your work, so a reload starts afresh.',
      };
    }
    if (text === null) return { work: null, problem: null };
    const work = readWork(text);
    if (work) return { work, problem: null };
    this.#setAside(text);
    return {
      work: null,
      problem: 'Your saved pipeline could not be read, so the page opened on the demo pipeline.',
    };
  }

  /** Null when the work was kept, otherwise a sentence that says why not. */
  save(work: Work): string | null {
    const { document, ...rest } = work;
    const { writing, ...saved } = document;
    const draft = writing?.isDraft ? writing.text : undefined;
    if (sizeOf(document.definition) > mostKept) {
      return 'This pipeline is too large to be kept in the browser: a reload opens the one before it.';
    }
    try {
      this.storage().setItem(key, JSON.stringify({ version, ...saved, draft, ...rest }));
      return null;
    } catch {
      return "Your work could not be kept: the browser's storage is full or blocked. A reload would lose it.";
    }
  }

  // What we cannot read may still be dear to someone, and the next save would overwrite it.
  #setAside(text: string): void {
    try {
      this.storage().setItem(setAsideKey, text);
    } catch {
      // Then there is no room for it; the page goes on.
    }
  }
}

function readWork(text: string): Work | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value.version !== version) return null;
  const document = readDocument(value);
  if (!document) return null;
  const { cursor, own, speed, theme } = value;
  const kept = isObject(own) && readDocument(own);
  return {
    document: kept ? { ...document, own: { ...kept, cursor: readCursor(own.cursor) } } : document,
    cursor: readCursor(cursor),
    speed: speeds.includes(speed as Speed) ? (speed as Speed) : 1,
    theme: theme === 'light' || theme === 'dark' ? (theme as Theme) : 'system',
  };
}

function readDocument({ definition, breakage, draft }: Loose): Document | null {
  if (shapeProblem(definition) !== null) return null;
  const of = definition as PipelineDefinition;
  return {
    definition: of,
    breakage: Array.isArray(breakage) ? breakage.filter(isDependency) : [],
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
  own?: unknown;
  draft?: unknown;
  cursor?: unknown;
  speed?: unknown;
  theme?: unknown;
  from?: unknown;
  to?: unknown;
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
