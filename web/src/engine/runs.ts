/** The page's door to run.wasm: what the rules of a run make of a pipeline. Nothing of it is loaded before somebody asks. */
import { runInputOf } from '../../../wasm/module/run_of';
import { loadRuns, type Runs } from '../../../wasm/module/runs';
import type { Diagnostic, Orchestrator, PipelineDefinition } from './index';
import type { Report } from './protocol';
import { reportOf } from './report';

export { runInputOf } from '../../../wasm/module/run_of';
export type * from '../../../wasm/module/run_types';

let opened: Promise<Runs> | undefined;

/** One for the whole page. After a failure, as without a network, asking again tries again. */
export function openRuns(): Promise<Runs> {
  opened ??= loadRuns();
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** The course's report, or why there is none. */
export async function runHere(
  engine: Orchestrator,
  definition: PipelineDefinition,
): Promise<({ ok: true } & Report) | { ok: false; diagnostics: Diagnostic[] }> {
  const input = runInputOf(engine, definition);
  if (!input.ok) return input;
  const { passed, text } = (await openRuns()).text(input);
  return { ok: true, ...reportOf(passed, text) };
}
