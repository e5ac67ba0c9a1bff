/** The pipeline file (JSON) as text: read, or refused with a sentence that says why. */
import type { PipelineDefinition, StepDefinition } from '../engine/index';
import { walkJson } from './json_walk';
import { shapeProblem } from './shape';

export type Read = { ok: true; definition: PipelineDefinition } | { ok: false; problem: string };

export function readPipeline(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problem: `It is not JSON: ${placeOf(text)}.` };
  }
  const problem = shapeProblem(value);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, definition: value as PipelineDefinition };
}

/** Browsers do not agree on how to say where they stumbled, and some do not say it at all. */
function placeOf(text: string): string {
  if (text.trim() === '') return 'there is nothing in it';
  const { at } = walkJson(text);
  if (at >= text.trimEnd().length) return 'it ends too early';
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `something is wrong at line ${before.length}, column ${column}`;
}

/** How much there is to a step: one, and one for every dependency. */
export function weightOf(step: StepDefinition | undefined): number {
  const list: unknown = step?.depends_on;
  return 1 + (Array.isArray(list) ? list.length : 0);
}
