/** What an edit changes and undo restores. Documents are never changed in place, so that old ones can be kept. */
import type { PipelineDefinition, StepDefinition } from '../engine/index';

/** `to` depends on `from`. */
export interface Dependency {
  from: string;
  to: string;
}

export interface Document {
  definition: PipelineDefinition;
  /** What "Break it" has added, so that "Mend it" takes away exactly that. */
  breakage: readonly Dependency[];
  /** The learner's own work while a shared pipeline is looked at and it is open which of the two is to go on. */
  own?: Own;
  /** Its text as the learner has written it; without it, or when it is of another definition, the page writes one. */
  writing?: Writing;
  /** Bookmarks and where to stop, as they were read: marks.ts makes sense of them. */
  marks?: unknown;
  /** By which rules it is run, as they were read: run_rules.ts makes sense of them. */
  rules?: unknown;
}

export interface Writing {
  text: string;
  /** The definition that it stood for, or stood beside. */
  of: PipelineDefinition;
  /** No pipeline can be read from it yet: it is kept until one can be, or until it is thrown away. */
  isDraft: boolean;
}

export interface Own {
  definition: PipelineDefinition;
  breakage: readonly Dependency[];
  marks?: unknown;
  rules?: unknown;
  cursor: number;
}

/** One change, in words ("remove 'load'") and as a function from the document before to the one after. */
export interface Edit {
  label: string;
  /**
   * A field being typed into: edits in a row with the same field are undone as one, and each is applied to the document
   * as it was before the first of them, so that a name on its way from 'load' to 'loading' cannot get mixed up with others.
   */
  field?: string;
  apply(document: Document): Document;
}

export function withSteps(document: Document, steps: StepDefinition[]): Document {
  return { ...document, definition: { ...document.definition, steps } };
}

/** Replaces one step; the document itself comes back when there is no such step or it stays the same. */
export function withStep(
  document: Document,
  index: number,
  change: (step: StepDefinition) => StepDefinition,
): Document {
  const step = document.definition.steps[index];
  if (!step) return document;
  const changed = change(step);
  if (changed === step) return document;
  return withSteps(document, document.definition.steps.with(index, changed));
}

/** Sets a field; `undefined` takes it away, so that the core's default counts again. */
export function withField<T extends object>(owner: T, field: string, value: unknown): T {
  if (value === undefined) {
    const { [field]: _gone, ...rest } = owner as Record<string, unknown>;
    return rest as T;
  }
  return { ...owner, [field]: value };
}

/** A step's dependencies as the page can show them, whatever a file holds there. Not to be changed. */
export function dependenciesOf(step: StepDefinition): string[] {
  const list: unknown = step?.depends_on;
  if (!Array.isArray(list)) return [];
  return list.every(isText) ? list : list.filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
