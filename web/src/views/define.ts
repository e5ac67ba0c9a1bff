/** Gives every component its element name. */
import { CodeView } from './code_view';
import { DegreesView } from './degrees_view';
import { DependencyPicker } from './editor/dependency_picker';
import { StepsEditor } from './editor/steps_editor';
import { GraphView } from './graph/graph_view';
import { HelpDialog } from './help_dialog';
import { NoticeBar } from './notice_bar';
import { PageHeader } from './page_header';
import { ProblemsView } from './problems_view';
import { ProgressLine } from './progress_line';
import { QueueView } from './queue_view';
import { RunOrchestrator } from './run_orchestrator';
import { RunView } from './run_view';
import { SamplesMenu } from './samples_menu';
import { SentenceView } from './sentence_view';
import { SpokenRegion } from './spoken_region';
import { StallView } from './stall_view';
import { TransportBar } from './transport_bar';

export function defineElements(): void {
  customElements.define('code-view', CodeView);
  customElements.define('degrees-view', DegreesView);
  customElements.define('dependency-picker', DependencyPicker);
  customElements.define('graph-view', GraphView);
  customElements.define('help-dialog', HelpDialog);
  customElements.define('notice-bar', NoticeBar);
  customElements.define('page-header', PageHeader);
  customElements.define('problems-view', ProblemsView);
  customElements.define('progress-line', ProgressLine);
  customElements.define('queue-view', QueueView);
  customElements.define('run-view', RunView);
  customElements.define('samples-menu', SamplesMenu);
  customElements.define('sentence-view', SentenceView);
  customElements.define('spoken-region', SpokenRegion);
  customElements.define('stall-view', StallView);
  customElements.define('steps-editor', StepsEditor);
  customElements.define('transport-bar', TransportBar);
  customElements.define('run-orchestrator', RunOrchestrator);
}
