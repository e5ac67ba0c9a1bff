/** The pipeline that a first visit opens. */
import demoEtl from '../../../core/samples/demo-etl.json';
import type { PipelineDefinition } from '../engine/index';

export const demo: PipelineDefinition = demoEtl;
