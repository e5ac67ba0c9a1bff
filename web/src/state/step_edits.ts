/** Edits of single steps as more than one view offers them, with what is to be said about them. */

import type { PipelineDefinition, StepDefinition } from '../engine/index';
import { type Dependency, type Edit, withSteps } from './document';
import { dependenciesLost, removeStep } from './edits';
import { textOf } from './typed';
import { counted, quoted } from './words';

export function addStepAfter(name: string, upstream: string): Edit {
  return {
    label: `add ${quoted(name)} after ${quoted(upstream)}`,
    apply: (document) =>
      withSteps(document, [...document.definition.steps, { name, depends_on: [upstream] }]),
  };
}

/** Removing a step, and the message that says what goes with it. */
export function removal(
  definition: PipelineDefinition,
  index: number,
): { edit: Edit; message: string } {
  const name = textOf(definition.steps[index]?.name);
  const lost = dependenciesLost(definition, index);
  const also = lost > 0 ? ` and ${counted(lost, 'dependency', 'dependencies')} on it` : '';
  return { edit: removeStep(index, name), message: `Removed ${quoted(name)}${also}.` };
}

/** Why a step cannot have this name; null when it can. */
export function nameProblem(
  steps: readonly StepDefinition[],
  index: number,
  name: string,
): string | null {
  if (name.trim() === '')
    return 'A step needs a name: type one, or press Escape to keep the old one.';
  if (!steps.some((step, at) => at !== index && step.name === name)) return null;
  return `Another step is called ${quoted(name)} already: type another name.`;
}

/** "'load' depends on 'transform'" */
export function dependencyInWords({ from, to }: Dependency): string {
  return from === to
    ? `${quoted(to)} depends on itself`
    : `${quoted(to)} depends on ${quoted(from)}`;
}

/** What a new dependency has done. */
export function additionInWords({ from, to }: Dependency, closesCycle: boolean): string {
  if (from === to) {
    return `${quoted(to)} now depends on itself. That is a cycle of one step: it can never be ready.`;
  }
  const cycle = closesCycle ? ' That closes a cycle, so the trace stalls.' : '';
  return `${quoted(to)} now depends on ${quoted(from)}.${cycle}`;
}
