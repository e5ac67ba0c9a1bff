/** The pipeline file's text, made in slices so that a large pipeline does not hold up the page. */

import type { PipelineDefinition } from '../engine/index';
import { inSlices } from '../engine/slices';

/** Reading it gives the same definition again, with all that the page does not know. */
export async function pipelineFile(definition: PipelineDefinition): Promise<Blob> {
  const parts = await inSlices(
    write(definition),
    () => {},
    () => true,
  );
  return new Blob(parts ?? [], { type: 'application/json' });
}

function* write(definition: PipelineDefinition): Generator<void, string[]> {
  const parts = ['{'];
  let between = '\n  ';
  for (const [field, value] of Object.entries(definition)) {
    parts.push(between, JSON.stringify(field), ': ');
    if (field === 'steps') yield* writeSteps(definition.steps, parts);
    else parts.push(indented(value, '  '));
    between = ',\n  ';
  }
  parts.push('\n}\n');
  return parts;
}

function* writeSteps(steps: PipelineDefinition['steps'], parts: string[]): Generator<void, void> {
  let between = '[\n    ';
  for (const step of steps) {
    parts.push(between, indented(step, '    '));
    between = ',\n    ';
    yield;
  }
  parts.push(steps.length > 0 ? '\n  ]' : '[]');
}

// A line break within a text is written as \n, so that every other one is of the layout.
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
