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
 * The dependency that would close a cycle: from the last step of the order that has a dependency we walk up to a source,
 * and that source is to depend on it. Null for an empty pipeline.
 */
export function breakageFor(
  definition: PipelineDefinition,
  order: readonly string[],
): Dependency | null {
  const byName = new Map(definition.steps.map((step) => [step.name, step]));
  const last = order.findLast((name) => firstDependency(byName.get(name)) !== undefined);
  if (last === undefined) {
    const from = definition.steps.at(-1)?.name;
    const to = definition.steps[0]?.name;
    return from === undefined || to === undefined ? null : { from, to };
  }
  let source = last;
  // An order exists, so the walk up cannot go round; the count only keeps a wrong order from hanging the page.
  for (let walked = 0; walked < definition.steps.length; walked += 1) {
    const up = firstDependency(byName.get(source));
    if (up === undefined) break;
    source = up;
  }
  return { from: last, to: source };
}

function firstDependency(step: StepDefinition | undefined): string | undefined {
  return step && dependenciesOf(step)[0];
}

export function breakIt(breakage: Dependency): Edit {
  return {
    label: 'break it',
    apply: (document) => ({
      ...withSteps(
        document,
        document.definition.steps.map((step) =>
          step.name === breakage.to
            ? withField(step, 'depends_on', [...dependenciesOf(step), breakage.from])
            : step,
        ),
      ),
      breakage,
    }),
  };
}

/** Takes away what "Break it" added, or, for a cycle that somebody else made, the dependencies that close it. */
export function mendIt(document: Document, back: readonly Dependency[]): Edit {
  const added = document.breakage;
  const ours = added !== null && hasDependency(document.definition, added);
  const gone = ours ? [added] : back;
  return {
    label: 'mend it',
    apply: (before) => ({ ...without(before, gone), breakage: null }),
  };
}

function without(document: Document, gone: readonly Dependency[]): Document {
  const goneFor = new Map<string, Set<string>>();
  for (const { from, to } of gone) {
    const names = goneFor.get(to) ?? new Set();
    goneFor.set(to, names.add(from));
  }
  return withSteps(
    document,
    document.definition.steps.map((step) => {
      const names = goneFor.get(step.name);
      if (!names) return step;
      const kept = dependenciesOf(step).filter((name) => !names.has(name));
      return withField(step, 'depends_on', kept.length > 0 ? kept : undefined);
    }),
  );
}

function hasDependency(definition: PipelineDefinition, { from, to }: Dependency): boolean {
  return definition.steps.some((step) => step.name === to && dependenciesOf(step).includes(from));
}
