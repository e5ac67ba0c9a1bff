/** Below the figure: other ways to look at its trace, each behind a tab of its own. */
import { TabbedView } from '../tabbed_view';
import { panels } from './panels';

export class LookCloser extends TabbedView {
  protected override readonly key = 'run-orchestrator closer';
  protected override readonly heading = 'Look closer';
  protected override readonly panels = panels;
}
