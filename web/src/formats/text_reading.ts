/** The pipeline file while it is being written: read with all its places, or with what is wrong and where. */
import type { PipelineDefinition } from '../engine/index';
import { grouped } from '../state/words';
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
  /** Worked out when it is asked for. */
  readonly places: Places;
  problems: readonly TextProblem[];
  /** What the text stands for; undefined when it is not JSON, or more than can be edited here. */
  value: unknown;
  /** Null when the page cannot show the value as a pipeline. */
  definition: PipelineDefinition | null;
}

/** More would hold up the page. */
const longest = 4_000_000;
const deepest = 100;
/** Looking at every name in a longer text would hold up the page whenever one pauses in writing. */
const longestCompared = 300_000;

export function readText(text: string): PipelineText {
  let places: Places | null = null;
  const read: PipelineText = {
    text,
    get places() {
      places ??= placesIn(text.length > longest ? '' : text);
      return places;
    },
    problems: [],
    value: undefined,
    definition: null,
  };
  const problem = fill(read);
  if (problem) read.problems = [{ severity: 'error', ...problem }];
  return read;
}

/** What is wrong; null when it has been read. */
function fill(read: PipelineText): Omit<TextProblem, 'severity'> | null {
  const { text } = read;
  if (text.length > longest) {
    const length = grouped(text.length);
    const message = `This text is too long to be edited here: ${length} characters. Keep it in a file and open that.`;
    return { message, from: 0, to: 0 };
  }
  const value = parsed(text);
  if (value === undefined) return brokenAt(text, read.places.walked);
  if (isDeeper(value, deepest)) {
    const message = `It is nested more than ${deepest} deep, which no pipeline needs.`;
    return { message, from: 0, to: 0 };
  }
  read.value = value;
  if (shapeProblem(value) === null) read.definition = value as PipelineDefinition;
  if (text.length <= longestCompared) read.problems = repeated(read.places);
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function brokenAt(text: string, walked: Walked): Omit<TextProblem, 'severity'> {
  const { from, to } = tokenAt(text, walked.at);
  return { message: expected(text, walked), from, to };
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
  return `The text ends too early${missing.length > 0 ? `: it lacks ${missing.slice(0, 8).join(' ')}` : ''}.`;
}

function repeated(places: Places): TextProblem[] {
  return places.repeated.map(({ name, from, to }) => ({
    severity: 'warning',
    message: `The field ${JSON.stringify(name)} is there already; only the last one counts.`,
    from,
    to,
  }));
}
