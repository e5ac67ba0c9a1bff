/** The pipelines to start from, each with what it teaches. */
import ciPipeline from '../../../core/samples/ci-pipeline.json';
import diamond from '../../../core/samples/diamond.json';
import selfDependency from '../../../core/samples/self-dependency.json';
import tailBehindACycle from '../../../core/samples/tail-behind-a-cycle.json';
import twoStepCycle from '../../../core/samples/two-step-cycle.json';
import unknownDependency from '../../../core/samples/unknown-dependency.json';
import type { PipelineDefinition } from '../engine/index';
import { demo } from './demo';

export interface Sample {
  title: string;
  teaches: string;
  definition: PipelineDefinition;
}

export const samples: readonly Sample[] = [
  {
    title: 'Demo ETL',
    teaches: 'A chain: each step waits for one other, so there is a single order.',
    definition: demo,
  },
  {
    title: 'Diamond',
    teaches: 'Two steps become ready at once, and one waits for both: its in-degree drops twice.',
    definition: diamond,
  },
  {
    title: 'CI pipeline',
    teaches: 'Fifteen steps in nine tiers: how a queue keeps its head when much is ready at once.',
    definition: ciPipeline,
  },
  {
    title: 'Self-dependency',
    teaches: 'The shortest cycle: a step that waits for itself.',
    definition: selfDependency,
  },
  {
    title: 'Two-step cycle',
    teaches: 'Chicken and egg: nothing has in-degree 0, so the trace stalls at once.',
    definition: twoStepCycle,
  },
  {
    title: 'Tail behind a cycle',
    teaches: 'Some steps are on the cycle, others merely wait behind it. Neither ever starts.',
    definition: tailBehindACycle,
  },
  {
    title: 'Unknown dependency',
    teaches: 'A dependency on a step that does not exist: a mistake to mend before any trace.',
    definition: unknownDependency,
  },
];
