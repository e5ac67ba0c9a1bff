/** The page's only door to the C++ core: everything else imports the engine and its types from here. */
import { loadOrchestrator } from '../../../wasm/module/index';
import type { Orchestrator } from '../../../wasm/module/types';

export type {
  ActionDefinition,
  Columns,
  Diagnostic,
  Moment,
  Orchestrator,
  PipelineDefinition,
  Stall,
  StepDefinition,
  Trace,
  TraceEvent,
} from '../../../wasm/module/types';

export function openEngine(): Promise<Orchestrator> {
  return loadOrchestrator();
}
