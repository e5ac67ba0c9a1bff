/** The page's only door to the C++ core: everything else imports the engine and its types from here. */
import { loadCore } from '../../../wasm/module/core';
import type { StudyGraph } from '../../../wasm/module/study_types';
import type { Diagnostic, Core as Orchestrator, Trace } from '../../../wasm/module/types';

export type {
  ActionDefinition,
  Core as Orchestrator,
  Diagnostic,
  Direction,
  Layout,
  LayoutDependency,
  LayoutOptions,
  Moment,
  PipelineDefinition,
  Stall,
  StepDefinition,
  Trace,
  TraceEvent,
} from '../../../wasm/module/types';

/** What the core finds of a definition. */
export interface Findings {
  /** All of them, errors first. */
  diagnostics: readonly Diagnostic[];
  /** Null when errors keep the pipeline from being traced. */
  trace: Trace | null;
  /** The dependencies that close a cycle: without them there would be none. `to` depends on `from`. */
  back: readonly { from: string; to: string }[];
  /** Each step's tier in the graph without them; null without a trace. */
  tiers: Uint32Array | null;
  /** As it is studied, where that would take the page long to gather. */
  graph: StudyGraph | null;
}

export function openEngine(): Promise<Orchestrator> {
  return loadCore();
}
