/** Edits of the pipeline's steps and fields. Fields that the page does not know survive all of them. */
import type { ActionDefinition, PipelineDefinition, StepDefinition } from '../engine/index';
import { dependenciesOf, type Edit, withField, withStep, withSteps } from './document';
import { textOf, valueTyped } from './typed';
import { quoted } from './words';

/** A new step's name: the first of "step 1", "step 2", … that is free. */
export function freeName(steps: readonly StepDefinition[]): string {
  const taken = new Set(steps.map((step) => step.name));
  let number = steps.length + 1;
  while (taken.has(`step ${number}`)) number += 1;
  return `step ${number}`;
}

export function addStep(name: string): Edit {
  return {
    label: `add ${quoted(name)}`,
    apply: (document) => withSteps(document, [...document.definition.steps, { name }]),
  };
}

/** Another step of that name keeps the dependents of both. */
function isNamedTwice({ steps }: PipelineDefinition, index: number): boolean {
  const name = steps[index]?.name;
  return steps.some((step, at) => at !== index && step.name === name);
}

/** How many dependencies go when a step is removed: its dependents' on it, as long as no other step has its name. */
export function dependenciesLost(definition: PipelineDefinition, index: number): number {
  if (isNamedTwice(definition, index)) return 0;
  const name = definition.steps[index]?.name;
  let lost = 0;
  definition.steps.forEach((step, at) => {
    if (at === index) return;
    for (const other of dependenciesOf(step)) if (other === name) lost += 1;
  });
  return lost;
}

export function removeStep(index: number, name: string): Edit {
  return {
    label: `remove ${quoted(name)}`,
    apply(document) {
      const { definition } = document;
      const others = definition.steps.filter((_, at) => at !== index);
      if (isNamedTwice(definition, index)) return withSteps(document, others);
      return withSteps(
        document,
        others.map((step) =>
          changeDependencies(step, (list) =>
            list.includes(name) ? list.filter((other) => other !== name) : list,
          ),
        ),
      );
    },
  };
}

/** Gives a step another name, in its dependents too. */
export function renameStep(index: number, now: string, to: string): Edit {
  return {
    label: `rename ${quoted(now)}`,
    field: `/steps/${index}/name`,
    apply(document) {
      // Not `now`: in a row of edits this one starts from the document before the first of them.
      const old = document.definition.steps[index]?.name;
      if (old === undefined || old === to) return document;
      const follow = (name: string) => (name === old ? to : name);
      const renamed = document.definition.steps.map((step, at) =>
        changeDependencies(at === index ? { ...step, name: to } : step, (list) =>
          list.includes(old) ? list.map(follow) : list,
        ),
      );
      const { breakage } = document;
      return {
        ...withSteps(document, renamed),
        breakage: breakage.map(({ from, to }) => ({ from: follow(from), to: follow(to) })),
      };
    },
  };
}

/** Adds the dependency, or takes it away however often it is listed. */
export function setDependency(index: number, step: string, on: string, wanted: boolean): Edit {
  return {
    label: wanted
      ? `make ${quoted(step)} depend on ${quoted(on)}`
      : `free ${quoted(step)} from ${quoted(on)}`,
    apply: (document) =>
      withStep(document, index, (old) =>
        changeDependencies(old, (list) => {
          if (!wanted) return list.filter((other) => other !== on);
          return list.includes(on) ? list : [...list, on];
        }),
      ),
  };
}

export type StepField = 'max_retries' | 'timeout_ms';
export type ActionField = 'output' | 'duration_ms' | 'fails' | 'error';

/** Keeps what was typed, right or wrong: saying what is wrong is the core's part. */
export function setStepField(index: number, field: StepField, typed: string): Edit {
  return {
    label: `change ${field}`,
    field: `/steps/${index}/${field}`,
    apply: (document) =>
      withStep(document, index, (step) => withField(step, field, valueTyped(typed))),
  };
}

export function setActionField(index: number, field: ActionField, typed: string): Edit {
  const isText = field === 'output' || field === 'error';
  const value = isText ? typed || undefined : valueTyped(typed);
  return {
    label: `change ${field}`,
    field: `/steps/${index}/action/${field}`,
    apply: (document) =>
      withStep(document, index, (step) => {
        const action: ActionDefinition = withField(step.action ?? {}, field, value);
        return withField(step, 'action', Object.keys(action).length > 0 ? action : undefined);
      }),
  };
}

export function setPipelineName(typed: string): Edit {
  return {
    label: "change the pipeline's name",
    field: '/name',
    apply: (document) => ({
      ...document,
      definition: withField(document.definition, 'name', typed || undefined),
    }),
  };
}

export function setFailFast(wanted: boolean): Edit {
  return {
    label: wanted ? 'turn fail-fast on' : 'turn fail-fast off',
    apply: (document) => ({
      ...document,
      definition: withField(document.definition, 'fail_fast', wanted),
    }),
  };
}

/** A sample, or a file. */
export function openPipeline(definition: PipelineDefinition): Edit {
  return {
    label: `open ${quoted(textOf(definition.name) || 'a pipeline')}`,
    apply: ({ marks: _gone, ...document }) => ({ ...document, definition, breakage: [] }),
  };
}

export function clearPipeline(): Edit {
  return {
    label: 'start an empty pipeline',
    apply: ({ marks: _gone, ...document }) => ({
      ...document,
      definition: { name: 'my pipeline', steps: [] },
      breakage: [],
    }),
  };
}

function changeDependencies(
  step: StepDefinition,
  change: (list: string[]) => string[],
): StepDefinition {
  const before = dependenciesOf(step);
  const after = change(before);
  if (after === before) return step;
  const same = after.length === before.length && after.every((name, at) => name === before[at]);
  if (same) return step;
  return withField(step, 'depends_on', after.length > 0 ? after : undefined);
}
