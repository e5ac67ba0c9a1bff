/** The page's door to run.wasm: simulated runs. Nothing of it is loaded before somebody asks. */
import type { Runs } from '../../../wasm/module/runs';

export { runInputOf } from '../../../wasm/module/run_of';
export type * from '../../../wasm/module/run_types';
export type { Runs };

let opened: Promise<Runs> | undefined;

/** One for the whole page. After a failure, as without a network, asking again tries again. */
export function openRuns(): Promise<Runs> {
  opened ??= import('../../../wasm/module/runs').then(({ loadRuns }) => loadRuns());
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
