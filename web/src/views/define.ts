/** Gives the components of the first screen their element names. */
import { CodeView } from './code_view';
import { GraphView } from './graph/graph_view';
import { QueueView } from './queue_view';
import { RunOrchestrator } from './run_orchestrator';
import { SentenceView } from './sentence_view';
import { SpokenRegion } from './spoken_region';
import { TransportBar } from './transport_bar';

export function defineElements(): void {
  customElements.define('code-view', CodeView);
  customElements.define('graph-view', GraphView);
  customElements.define('queue-view', QueueView);
  customElements.define('sentence-view', SentenceView);
  customElements.define('spoken-region', SpokenRegion);
  customElements.define('transport-bar', TransportBar);
  customElements.define('run-orchestrator', RunOrchestrator);
}
