/** "Break it" and "Mend it": closing a cycle on purpose, and opening one again. */
import type { PipelineDefinition, StepDefinition } from '../engine/index';
import {
  type Dependency,
  type Document,
  dependenciesOf,
  type Edit,
  withField,
  withSteps,
} from './document';

/**
 * The dependencies that would close a cycle: from the last step of the order that has a dependency we walk up to a source,
 * and that source is to depend on it. Where nothing depends on anything, the first and the last step are to wait for each
 * other; a step that is alone, for itself. None for an empty pipeline.
 */
export function breakageFor(
  definition: PipelineDefinition,
  order: ArrayLike<number>,
): Dependency[] {
  const { steps } = definition;
  const byName = new Map(steps.map((step) => [step.name, step]));
  const last = Array.from(order, (at) => steps[at]).findLast(
    (step) => firstDependency(step) !== undefined,
  )?.name;
  if (last === undefined) return mutual(steps);
  let source = last;
  // An order exists, so the walk up cannot go round; the count only keeps a wrong order from hanging the page.
  for (let walked = 0; walked < steps.length; walked += 1) {
    const up = firstDependency(byName.get(source));
    if (up === undefined) break;
    source = up;
  }
  return [{ from: last, to: source }];
}

function mutual(steps: readonly StepDefinition[]): Dependency[] {
  const first = steps[0]?.name;
  const last = steps.at(-1)?.name;
  if (first === undefined || last === undefined) return [];
  const closing = { from: last, to: first };
  return first === last ? [closing] : [closing, { from: first, to: last }];
}

function firstDependency(step: StepDefinition | undefined): string | undefined {
  return step && dependenciesOf(step)[0];
}

export function breakIt(breakage: readonly Dependency[]): Edit {
  return {
    label: 'break it',
    apply: (document) => ({
      ...changeDependencies(document, breakage, (list, more) => [...list, ...more]),
      breakage,
    }),
  };
}

/** Takes away what "Break it" added, or, for a cycle that somebody else made, the dependencies that close it. */
export function mendIt(document: Document, back: readonly Dependency[]): Edit {
  const ours = document.breakage.filter((added) => hasDependency(document.definition, added));
  const gone = ours.length > 0 ? ours : back;
  return {
    label: 'mend it',
    apply: (before) => ({
      ...changeDependencies(before, gone, (list, less) =>
        list.filter((name) => !less.includes(name)),
      ),
      breakage: [],
    }),
  };
}

/** Changes the lists of the steps that the dependencies lead to. */
function changeDependencies(
  document: Document,
  dependencies: readonly Dependency[],
  change: (list: string[], names: readonly string[]) => string[],
): Document {
  const upstream = new Map<string, string[]>();
  for (const { from, to } of dependencies) {
    upstream.set(to, [...(upstream.get(to) ?? []), from]);
  }
  return withSteps(
    document,
    document.definition.steps.map((step) => {
      const names = upstream.get(step.name);
      if (!names) return step;
      const changed = change(dependenciesOf(step), names);
      return withField(step, 'depends_on', changed.length > 0 ? changed : undefined);
    }),
  );
}

function hasDependency(definition: PipelineDefinition, { from, to }: Dependency): boolean {
  return definition.steps.some((step) => step.name === to && dependenciesOf(step).includes(from));
}
