/** The least a value must be so that the page can show it as a pipeline. */
import type { StepDefinition } from '../engine/index';

/**
 * Why a value cannot even be shown as a pipeline, in a sentence; null when it can. What is wrong beyond that is the
 * core's to say.
 */
export function shapeProblem(value: unknown): string | null {
  if (!isObject(value))
    return `It holds ${kindOf(value)}, and not a pipeline with a list of "steps".`;
  const { steps } = value as { steps?: unknown };
  if (steps === undefined) return 'It has no list of "steps", so it is not a pipeline.';
  if (!Array.isArray(steps)) return `Its "steps" are ${kindOf(steps)}, and not a list.`;
  for (const [at, step] of steps.entries()) {
    const problem = stepProblem(step);
    if (problem) return `Step ${at + 1} ${problem}.`;
  }
  return isTooDeep(value, deepest) ? 'It is nested too deeply.' : null;
}

/** Deeper than anyone nests, and nowhere near where writing it would fail. */
const deepest = 64;

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

function stepProblem(step: unknown): string | null {
  if (!isObject(step)) return `is ${kindOf(step)}, and not an object with a name`;
  const { name, depends_on, action } = step as Partial<Record<keyof StepDefinition, unknown>>;
  if (typeof name !== 'string') return 'has no name that is a text';
  if (depends_on !== undefined && !(Array.isArray(depends_on) && depends_on.every(isText))) {
    return 'has a "depends_on" that is not a list of names';
  }
  return action === undefined || isObject(action) ? null : 'has an "action" that is not an object';
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ??
    'an object'
  );
}
