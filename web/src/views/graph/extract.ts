/** What is drawn: all of a pipeline, or, of a large one, what lies around the steps that one looks at. */
import type { PipelineDefinition } from '../../engine/index';
import type { Analysis } from '../../state/analysis';
import { dependenciesOf } from '../../state/document';
import type { Frame } from '../../state/frame';
import type { Folded } from './scene';

/** A pipeline with more steps is drawn in part. */
export const mostDrawn = 1000;
const mostAround = 28;

export interface Extract {
  /** Drawn steps by their places in the definition, ascending. */
  steps: ArrayLike<number>;
  /** Just these steps, and the dependencies between them. */
  definition: PipelineDefinition;
  folded: Folded;
}

export function isLarge({ definition }: Analysis): boolean {
  return definition.steps.length > mostDrawn;
}

export function whole({ definition }: Analysis): Extract {
  return { steps: definition.steps.map((_, step) => step), definition, folded: new Map() };
}

export function around(analysis: Analysis, centres: readonly number[]): Extract {
  const { trace } = analysis;
  if (!trace) return whole(analysis);
  const { ids, hiddenDependencies, hiddenDependents } = trace.neighbourhood(centres, mostAround);
  const names = new Set(Array.from(ids, (step) => analysis.nameOf(step)));
  const steps = Array.from(ids, (id) => {
    const step = analysis.definition.steps[id];
    const depends_on = step ? dependenciesOf(step).filter((name) => names.has(name)) : [];
    return { name: analysis.nameOf(id), depends_on };
  });
  const folded = new Map<number, { dependencies: number; dependents: number }>();
  ids.forEach((step, at) => {
    const dependencies = hiddenDependencies[at] ?? 0;
    const dependents = hiddenDependents[at] ?? 0;
    if (dependencies + dependents > 0) folded.set(step, { dependencies, dependents });
  });
  return { steps: ids, definition: { steps }, folded };
}

/** The steps to look at: the chosen one, or else those of the event. */
export function centresOf(
  analysis: Analysis,
  frame: Frame,
  chosen: number | null,
): readonly number[] {
  if (chosen !== null) return [chosen];
  const { about, current } = frame;
  if (about >= 0) return current >= 0 && current !== about ? [current, about] : [about];
  // At the start what will come first, at the end what was last; where a trace has stalled, what stalled it.
  const [knot] = frame.stalled ? analysis.onCycle : [];
  return [knot ?? frame.order.at(-1) ?? analysis.trace?.orderIds[0] ?? 0];
}
