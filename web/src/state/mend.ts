/** One mend: a button's words and the edit behind it; and what a diagnostic gives to go by. */
import type { Diagnostic, PipelineDefinition, StepDefinition } from '../engine/index';
import type { Edit } from './document';
import { keysOf, valueAt } from './json_pointer';
import { quoted } from './words';

export interface Mend {
  /** The words of its button. */
  title: string;
  edit: Edit;
  /** The field that now holds a makeshift, which the learner will want to replace. */
  next?: string;
}

/** A diagnostic with what it speaks of. */
export interface Case {
  definition: PipelineDefinition;
  steps: readonly StepDefinition[];
  path: string;
  keys: readonly string[];
  /** The field's name. */
  field: string;
  value: unknown;
  /** The step's place; -1 when it is about the pipeline. */
  at: number;
  /** The step's name, where it has one. */
  step: string;
}

export function caseOf({ path }: Diagnostic, definition: PipelineDefinition): Case {
  const keys = keysOf(path);
  const isStep = keys[0] === 'steps' && keys.length > 1;
  const steps = valueAt(definition, '/steps');
  const name: unknown = isStep ? valueAt(definition, `/steps/${keys[1]}/name`) : '';
  return {
    definition,
    steps: Array.isArray(steps) ? (steps as StepDefinition[]) : [],
    path,
    keys,
    field: keys.at(-1) ?? '',
    value: valueAt(definition, path),
    at: isStep ? Number(keys[1]) : -1,
    step: typeof name === 'string' ? name : '',
  };
}

export function changing(
  title: string,
  label: string,
  change: (definition: PipelineDefinition) => PipelineDefinition,
): Mend {
  const apply: Edit['apply'] = (document) => ({
    ...document,
    definition: change(document.definition),
  });
  return { title, edit: { label, apply } };
}

export function of({ step }: Case): string {
  return step === '' ? '' : ` of ${quoted(step)}`;
}
