// Compiled by types.test.ts against dist/module, as another project's program would be.
import {
  type Diagnostic,
  loadOrchestrator,
  loadStudies,
  type PipelineDefinition,
  type Shape,
  studyOf,
} from '../../../dist/module/index.js';

const definition: PipelineDefinition = {
  steps: [
    { name: 'a' },
    { name: 'b', depends_on: ['a'], action: { fails: 'always' }, owner: 'me' },
  ],
};

const orchestrator = await loadOrchestrator();
const sorted = orchestrator.sort(definition);
// A result is asked whether it is well before anything is read from it.
// @ts-expect-error
sorted.order;
const text: string = sorted.ok
  ? sorted.order.join()
  : (sorted.diagnostics[0] as Diagnostic).message;

const traced = orchestrator.trace(definition);
if (traced.ok) {
  using trace = traced.trace;
  const { queue, state } = trace.frame(0);
  const known: 'running' | 'sorted' | 'stalled' = state;
  console.log(text, queue.length, known);
}

const graph = studyOf(orchestrator, definition);
if (graph.ok) {
  const study = (await loadStudies()).open(graph);
  const { depth, width }: Shape = study.shape();
  console.log(depth, width, study.order('fifo').length);
  // @ts-expect-error: there are four tie-breaks
  study.order('random');
  study.dispose();
}

// @ts-expect-error: a step needs a name
export const nameless: PipelineDefinition = { steps: [{}] };
// @ts-expect-error: there are two sets of rules
orchestrator.check(definition, { validation: 'none' });
