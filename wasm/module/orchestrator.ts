/** Everything for pages and programs: the core, and runs. */
import { loadCore } from './core.js';
import { runLive } from './run_live.js';
import { runInputOf } from './run_of.js';
import type { RunCalls } from './run_types.js';
import { loadRuns } from './runs.js';
import type { LoadAllOptions, Orchestrator, SimulateOptions } from './types.js';

/** Loads the wasms and makes them ready. Rejects when they cannot be had or compiled. */
export async function loadOrchestrator({
  runWasmBinary,
  ...options
}: LoadAllOptions = {}): Promise<Orchestrator> {
  const [core, runs] = await Promise.all([
    loadCore(options),
    loadRuns(runWasmBinary && { wasmBinary: runWasmBinary }),
  ]);

  const openRun: RunCalls['openRun'] = (definition, rules = {}) => {
    const input = runInputOf(core, definition, rules);
    return input.ok ? { ok: true, run: runs.open(input, rules) } : input;
  };
  const simulated = (definition: unknown, { failFast, ...rest }: SimulateOptions = {}) =>
    openRun(definition, failFast === undefined ? rest : { ...rest, fail_fast: failFast });

  const calls: Omit<Orchestrator, keyof typeof core> = {
    policies: runs.policies,
    transitions: runs.transitions,
    openRun,
    run: (definition, commands, rules) => runLive(runs, core, definition, commands, rules),

    simulate(definition, rules) {
      const opened = simulated(definition, rules);
      if (!opened.ok) return opened;
      const report = JSON.parse(opened.run.json());
      opened.run.dispose();
      return { ok: true, ...report };
    },
    reportText(definition, rules) {
      const opened = simulated(definition, rules);
      if (!opened.ok) return opened;
      const { passed } = opened.run;
      const text = opened.run.reportText();
      opened.run.dispose();
      return { ok: true, passed, text };
    },
  };
  // One object, so that it goes on standing for its core.
  return Object.assign(core, calls);
}
