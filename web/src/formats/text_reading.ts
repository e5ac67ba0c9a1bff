/** The pipeline file while it is being written: read with all its places, or with what is wrong and where. */
import type { PipelineDefinition } from '../engine/index';
import { type Places, placesIn } from './json_places';
import { tokenAt, type Walked } from './json_walk';
import { shapeProblem } from './shape';

/** What is wrong with the text itself, before anything is said of the pipeline in it. */
export interface TextProblem {
  severity: 'error' | 'warning';
  message: string;
  from: number;
  to: number;
}

export interface PipelineText {
  text: string;
  places: Places | null;
  problems: readonly TextProblem[];
  /** What the text stands for; undefined when it is not JSON. */
  value: unknown;
  /** Null when the page cannot show the value as a pipeline. */
  definition: PipelineDefinition | null;
}

/** More would hold up the page at every letter. */
const longest = 4_000_000;
const deepest = 100;

export function readText(text: string): PipelineText {
  const unread = { text, places: null, value: undefined, definition: null };
  if (text.length > longest) {
    const message = `This text is too long to be edited here: ${text.length.toLocaleString('en')} characters. Keep it in a file and open that.`;
    return { ...unread, problems: [{ severity: 'error', message, from: 0, to: 0 }] };
  }
  const places = placesIn(text);
  const problem = brokenText(text, places);
  if (problem) return { ...unread, places, problems: [problem] };
  const value: unknown = JSON.parse(text);
  const definition = shapeProblem(value) === null ? (value as PipelineDefinition) : null;
  return { text, places, problems: repeated(places), value, definition };
}

function brokenText(text: string, { walked, deepest: depth }: Places): TextProblem | null {
  if (walked.whole && depth <= deepest) return null;
  const message = walked.whole
    ? `It is nested more than ${deepest} deep, which no pipeline needs.`
    : expected(text, walked);
  const { to } = tokenAt(text, walked.at);
  return { severity: 'error', message, from: walked.at, to: Math.max(to, walked.at) };
}

/** What should stand where a text stops being JSON. */
function expected(text: string, { at, wanted, open }: Walked): string {
  const closing = open.at(-1) === '{' ? '}' : ']';
  if (at >= text.length) return tooShort(text, open);
  if (text[at] === "'") return 'Names and texts stand in double quotes: "…".';
  if (text[at] === '"' && tokenAt(text, at).to === at) {
    return 'This text in quotes is not closed, or holds something that has to be written with a \\.';
  }
  if (wanted === 'next') {
    return open.length === 0
      ? 'The pipeline ends before this; only one can stand here.'
      : `A comma or ${closing} is missing here.`;
  }
  if (wanted === 'colon') return 'A colon is missing here.';
  if (text[at] === closing && wanted !== 'first') {
    return `Something is missing before this ${closing}, or a comma is too many.`;
  }
  return wanted === 'key' || (wanted === 'first' && closing === '}')
    ? 'The name of a field in double quotes is expected here.'
    : 'A value is expected here: a text in double quotes, a number, true, false, null, a list or an object.';
}

function tooShort(text: string, open: readonly string[]): string {
  if (text.trim() === '') return 'There is nothing here. An empty pipeline is { "steps": [] }.';
  const missing = open.toReversed().map((bracket) => (bracket === '{' ? '}' : ']'));
  return `The text ends too early${missing.length > 0 ? `: ${missing.slice(0, 8).join(' ')} is missing` : ''}.`;
}

function repeated(places: Places): TextProblem[] {
  return places.repeated.map(({ name, from, to }) => ({
    severity: 'warning',
    message: `The field ${JSON.stringify(name)} is there already; only the last one counts.`,
    from,
    to,
  }));
}
