/** The pipeline file (JSON) as text: read, or refused with a sentence that says why. */
import type { PipelineDefinition, StepDefinition } from '../engine/index';
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
  const at = brokenAt(text);
  if (at >= text.trimEnd().length) return 'it ends too early';
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `something is wrong at line ${before.length}, column ${column}`;
}

const space = /[ \t\n\r]*/y;
const token =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Where a text stops being JSON. */
function brokenAt(text: string): number {
  const open: string[] = [];
  let wanted: 'value' | 'first' | 'key' | 'colon' | 'next' = 'value';
  for (let at = 0; ; at = token.lastIndex) {
    space.lastIndex = at;
    space.exec(text);
    const start = space.lastIndex;
    token.lastIndex = start;
    const [found] = token.exec(text) ?? [];
    if (found === undefined) return start;
    const inObject = open.at(-1) === '{';
    const closes = found === (inObject ? '}' : ']') && open.length > 0;
    if (closes && (wanted === 'next' || wanted === 'first')) {
      open.pop();
      wanted = 'next';
    } else if (wanted === 'next') {
      if (found !== ',' || open.length === 0) return start;
      wanted = inObject ? 'key' : 'value';
    } else if (wanted === 'colon') {
      if (found !== ':') return start;
      wanted = 'value';
    } else if (wanted === 'key' || (wanted === 'first' && inObject)) {
      if (!found.startsWith('"')) return start;
      wanted = 'colon';
    } else if (found === '{' || found === '[') {
      open.push(found);
      wanted = 'first';
    } else if ('}],:'.includes(found)) {
      return start;
    } else {
      wanted = 'next';
    }
  }
}

/** How much there is to a step: one, and one for every dependency. */
export function weightOf(step: StepDefinition | undefined): number {
  const list: unknown = step?.depends_on;
  return 1 + (Array.isArray(list) ? list.length : 0);
}
