/** The definition as a text, and the edits that writing in it makes. */
import type { PipelineDefinition } from '../engine/index';
import { formatJson } from '../formats/json_format';
import type { Document, Edit } from './document';

let written: { of: PipelineDefinition; text: string } | null = null;

/** The text that is shown: the learner's own while it stands for the definition or cannot be read yet. */
export function textOf({ definition, writing }: Document): string {
  if (writing && (writing.isDraft || writing.of === definition)) return writing.text;
  if (written?.of !== definition) written = { of: definition, text: formatJson(definition) };
  return written.text;
}

/** Text that no pipeline can be read from yet. `isApart`: the definition has been changed since, elsewhere. */
export function draftOf({ definition, writing }: Document): { isApart: boolean } | null {
  return writing?.isDraft ? { isApart: writing.of !== definition } : null;
}

/**
 * What the text is now. `read` is the pipeline in it; without one the text is kept as a draft, beside the definition as
 * it is `now` and not as it was before this burst of writing.
 */
export function write(text: string, read: PipelineDefinition | null, now: Document): Edit {
  return {
    label: 'edit the text',
    field: '/text',
    apply(before) {
      if (read) return standingFor(text, read, before);
      const of = now.writing?.isDraft ? now.writing.of : now.definition;
      return { ...now, writing: { text, of, isDraft: true } };
    },
  };
}

export function formatText(text: string, read: PipelineDefinition | null, now: Document): Edit {
  return { label: 'format the text', apply: write(text, read, now).apply };
}

export function throwTextAway(label: string): Edit {
  return {
    label,
    apply({ writing: _gone, ...document }) {
      return document;
    },
  };
}

function standingFor(text: string, read: PipelineDefinition, before: Document): Document {
  const definition = sharing(before.definition, read) as PipelineDefinition;
  return { ...before, definition, writing: { text, of: definition, isDraft: false } };
}

/** The value with all parts that are the same taken from the old one, so that keeping both costs little. */
function sharing(old: unknown, value: unknown): unknown {
  if (typeof old !== 'object' || typeof value !== 'object' || !old || !value) return value;
  if (Array.isArray(old) || Array.isArray(value)) {
    return Array.isArray(old) && Array.isArray(value) ? sharingItems(old, value) : value;
  }
  const fields = Object.entries(value).map(([key, field]) => [
    key,
    Object.hasOwn(old, key) ? sharing((old as Record<string, unknown>)[key], field) : field,
  ]);
  const before = Object.entries(old);
  const same =
    before.length === fields.length &&
    before.every(([key, field], at) => fields[at]?.[0] === key && fields[at]?.[1] === field);
  return same ? old : Object.fromEntries(fields);
}

/** Items before a change are found at their place from the start, those behind it at their place from the end. */
function sharingItems(old: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  const shift = old.length - items.length;
  const shared = items.map((item, at) => {
    const first = sharing(old[at], item);
    return first === old[at] || shift === 0 ? first : sharing(old[at + shift], item);
  });
  const same = shift === 0 && shared.every((item, at) => item === old[at]);
  return same ? old : shared;
}
