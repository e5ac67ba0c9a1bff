/** How large pipelines are, and how many events their traces have. */
import type { Orchestrator, PipelineDefinition } from '../../engine/index';
import { isLarge, sizeOf } from '../../engine/size';
import { samples } from '../../lesson/samples';
import { copiesIn } from '../../state/copies';
import { clipped } from '../../state/words';

/** The newest copies; more would crowd the picture. */
const mostCopies = 12;

export interface Measured {
  title: string;
  steps: number;
  /** As often as each is listed. */
  dependencies: number;
  events: number;
  isStalled: boolean;
}

export function measureOf(
  title: string,
  definition: PipelineDefinition,
  { length, stall }: { length: number; stall: unknown },
): Measured {
  const steps = definition.steps.length;
  return {
    title: clipped(title),
    steps,
    dependencies: sizeOf(definition) - steps,
    events: length,
    isStalled: stall !== null,
  };
}

/** The samples and the learner's copies, without those that have no trace and those that the page could not trace at once. */
export function othersOf(engine: Orchestrator): Measured[] {
  const copies = copiesIn(() => localStorage)
    .filter(({ document }) => !isLarge(document.definition))
    .slice(0, mostCopies)
    .map(({ name, document }) => ({
      title: name || document.definition.name || 'a copy',
      definition: document.definition,
    }));
  return [...samples, ...copies].flatMap(({ title, definition }) => {
    const traced = engine.trace(definition);
    if (!traced.ok) return [];
    const measured = measureOf(title, definition, traced.trace);
    traced.trace.dispose();
    return [measured];
  });
}
